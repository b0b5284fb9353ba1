import type { FastifyReply, FastifyRequest } from 'fastify';
import { Who } from '../access/who.ts';
import { NotAllowed, NotSignedIn, Refused } from '../errors.ts';
import type { Db } from '../db/database.ts';
import { dropDraft, keepDraft } from '../drafts/drafts.ts';
import { transaction } from '../db/transaction.ts';
import { readBody, readWords, type Fields } from './body.ts';
import { type Arrival, Change, type StoredUpload, Visit } from './context.ts';
import { errorsOf } from './form-state.ts';
import { fromOurPages } from './headers.ts';
import { sendBytes, sendContent, sendSee } from './reply.ts';
import type { Access, ActionRoute, Bytes, PageRoute, Route, See } from './route.ts';
import type { Site } from './server.ts';

/** One request, from who asks to what is sent. What goes wrong is thrown and answered by problem.ts. */
export async function answer(
  site: Site,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const arrival = await arrive(site, route, request);
  site.arrivals.set(request, arrival);
  // Whoever was signed out while writing gets the words back on the page that says so.
  if (route.sort === 'action' && route.access !== 'anyone' && !arrival.who && fromOurPages(request.headers))
    site.sent.set(request, await readWords(request));
  admit(route.access, arrival.who);
  switch (route.sort) {
    case 'page':
      return sendPage(site, route, arrival, request, reply);
    case 'bytes': {
      const sent = await route.send(visitOf(arrival));
      mustHaveAsked(route, arrival.who);
      return sendBytes(sent, reply);
    }
    case 'action':
      return act(site, route, arrival, request, reply);
  }
}

/** Who comes, from where, and with what. */
export async function arrive(site: Site, route: Route | null, request: FastifyRequest): Promise<Arrival> {
  const { services } = site;
  const now = services.now();
  const secret = request.cookies[site.cookieName];
  const signedIn = secret ? await services.sessions.find(secret, now) : undefined;
  return {
    services,
    db: services.db,
    params: (request.params ?? {}) as Record<string, string>,
    query: singleValues(request.query as Fields),
    path: request.url.split('?')[0]!,
    headers: request.headers,
    cameFrom: ownPath(request.headers.referer, request.headers.host),
    ip: request.ip,
    device: String(request.headers['user-agent'] ?? ''),
    now,
    who: signedIn ? new Who(signedIn.standing, route?.purpose ?? 'administration') : null,
    sessionId: signedIn?.sessionId ?? null,
    form: null,
  };
}

function admit(access: Access, who: Who | null): void {
  if (access === 'anyone') return;
  if (!who) throw new NotSignedIn();
  if (access === 'signed-in') return;
  if ('roles' in access) {
    if (!who.hasAny(access.roles))
      throw new NotAllowed('This page is for other roles than yours.', access.ask);
  } else if ('members' in access) {
    if (!who.standing.kind || !access.members.includes(who.standing.kind))
      throw new NotAllowed('This page is for other people at your school.');
  }
}

/** A route under a policy that never asked the kernel has shown something nobody decided on. */
function mustHaveAsked(route: Route, who: Who | null): void {
  const underPolicy = typeof route.access === 'object' && 'may' in route.access;
  if (underPolicy && who!.asked === 0) throw new Error(`${route.path} is under a policy and never asked it.`);
}

const visitOf = (arrival: Arrival): Visit | Arrival =>
  arrival.who ? new Visit(arrival, arrival.who) : arrival;

export async function sendPage(
  site: Site,
  route: PageRoute,
  arrival: Arrival,
  request: FastifyRequest,
  reply: FastifyReply,
  status = 200,
): Promise<unknown> {
  const draw = await route.draw(route.access === 'anyone' ? arrival : visitOf(arrival));
  mustHaveAsked(route, arrival.who);
  if (typeof draw !== 'function') return sendSee(site, draw, reply);
  return sendContent(site, arrival, draw, request, reply, status);
}

async function act(
  site: Site,
  route: ActionRoute,
  arrival: Arrival,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  if (!fromOurPages(request.headers))
    throw new NotAllowed(
      'This was sent from another site, so nothing was changed.',
      'Go back and use the form here.',
    );
  const { fields, uploads } = await readBody(request, site.services.storage, route.uploads);
  site.sent.set(request, fields);
  const parsed = route.input.safeParse(fields);
  try {
    if (!parsed.success) throw new Refused(errorsOf(parsed.error));
    const done = await perform(site, route, arrival, parsed.data, uploads);
    if (arrival.who && route.unrecorded === null && typeof fields.draft_key === 'string')
      await dropDraft(site.services.db, arrival.who.personId, fields.draft_key);
    site.services.nudge();
    return 'to' in done ? sendSee(site, done, reply) : sendBytes(done, reply);
  } catch (error) {
    if (!(error instanceof Refused) || !route.page) throw error;
    if (arrival.who && typeof fields.draft_key === 'string' && route.access !== 'anyone')
      await keepDraft(site.services.db, arrival.who.personId, fields.draft_key, fields, arrival.now);
    const returned = {
      ...arrival,
      form: { action: arrival.path, values: fields, errors: error.fields, taken: false },
    };
    if (returned.who) returned.who = new Who(returned.who.standing, route.page.purpose);
    return sendPage(site, route.page, returned, request, reply, 422);
  }
}

/** Runs an action in its one transaction, and sees that it recorded what it did. */
async function perform(
  site: Site,
  route: ActionRoute,
  arrival: Arrival,
  input: unknown,
  uploads: readonly StoredUpload[],
): Promise<See | Bytes> {
  const { who } = arrival;
  if (route.access === 'anyone' || !who) return route.run(arrival, input);
  return transaction(site.services.db, async (tx: Db) => {
    const change = new Change(arrival, who, tx, uploads);
    const done = await route.run(change, input);
    if (change.recorded === 0 && !route.unrecorded)
      throw new Error(`${route.path} changed something and recorded nothing.`);
    mustHaveAsked(route, who);
    return done;
  });
}

const singleValues = (query: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1)! : value]),
  );

/** The path of an address of this site. */
function ownPath(referer: string | undefined, host: string | undefined): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const url = new URL(referer);
  return url.host === host ? url.pathname + url.search : '/';
}
