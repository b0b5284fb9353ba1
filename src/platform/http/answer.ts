import type { FastifyReply, FastifyRequest } from 'fastify';
import { kindsInWords } from '../access/audience-words.ts';
import { Who } from '../access/who.ts';
import { DrawnElsewhere, HalfDone, NotAllowed, NotSignedIn, Refused } from '../errors.ts';
import { dropDraft, keepDraft } from '../drafts/drafts.ts';
import { speakingThroughout, t } from '../i18n/i18n.ts';
import { leaveOutBeyondMost, readBody, readWords, type Fields } from './body.ts';
import type { Arrival, StoredUpload } from './context.ts';
import { DRAWN_FOR } from './drawn-for.ts';
import { errorsOf, inWords } from './form-state.ts';
import { fromOurPages } from './headers.ts';
import { HELD_FIELD } from './held-field.ts';
import { dropHeldUploads, holdUploads, selectHeldUploads } from './held-uploads.ts';
import { mustHaveAsked } from './must-have-asked.ts';
import { keepSession, sendBytes, sendContent, sendDone, sendSee, tongueOf } from './reply.ts';
import type { Access, ActionRoute, Done, PageRoute, Route } from './route.ts';
import type { Site } from './server.ts';
import { tellTaken } from './taken.ts';

/** One request, from who asks to what is sent. What goes wrong is thrown and answered by problem.ts. */
export async function answer(
  site: Site,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const arrival = await arrive(site, route, request, reply);
  site.arrivals.set(request, arrival);
  return speakingThroughout(tongueOf(arrival), () => answerTo(site, route, arrival, request, reply));
}

async function answerTo(
  site: Site,
  route: Route,
  arrival: Arrival,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  try {
    admit(route.access, arrival.who);
  } catch (error) {
    // Whoever was signed out or lost a role while writing gets the words back on the page that says so.
    if (route.sort === 'action' && fromOurPages(request.headers))
      site.sent.set(request, await readWords(request));
    throw error;
  }
  switch (route.sort) {
    case 'page':
      return sendPage(site, route, arrival, request, reply);
    case 'bytes': {
      const sent = await route.send(arrival);
      mustHaveAsked(route, arrival.who);
      return sendBytes(sent, reply);
    }
    case 'action':
      return act(site, route, arrival, request, reply);
  }
}

/** Who comes, from where, and with what. Where their session was carried on, so is its cookie. */
export async function arrive(
  site: Site,
  route: Route | null,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Arrival> {
  const { services } = site;
  const now = services.now();
  const secret = request.cookies[site.cookieName];
  const signedIn = secret ? await services.sessions.find(secret, now) : undefined;
  if (signedIn?.carriedOn) keepSession(site, secret!, reply);
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
      throw new NotAllowed(t('This page is for {people}.', { people: kindsInWords(access.members) }));
  }
}

async function sendPage(
  site: Site,
  route: PageRoute,
  arrival: Arrival,
  request: FastifyRequest,
  reply: FastifyReply,
  status = 200,
): Promise<unknown> {
  const draw = await route.draw(arrival);
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
  const sent = await readBody(request, site.services.storage, route.uploads);
  const { fields, uploads, errors } = sent;
  site.sent.set(request, { fields, files: uploads.map(({ name }) => name) });
  mustBeWhereItWasDrawn(route, arrival, fields);
  const held = await heldFor(arrival, fields[HELD_FIELD]);
  leaveOutBeyondMost(sent, held.uploads.length);
  const parsed = route.input.safeParse(fields);
  let done: Done;
  try {
    const wrong = { ...(parsed.success ? {} : errorsOf(parsed.error)), ...held.errors, ...errors };
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    done = await route.perform(arrival, parsed.data, [...uploads, ...held.uploads]);
  } catch (error) {
    if (error instanceof HalfDone) await wasSaved(site, arrival, route, fields, request, reply);
    if (!(error instanceof Refused) || !route.page) throw error;
    if (arrival.who && route.access !== 'anyone')
      await keepRefused(arrival, arrival.who, fields, { held: held.values, uploads });
    noteTaken(site, arrival, fields, request, reply);
    const returned = {
      ...arrival,
      form: { action: arrival.path, values: fields, errors: inWords(error.fields), taken: false },
    };
    if (returned.who) returned.who = new Who(returned.who.standing, route.page.purpose);
    return sendPage(site, route.page, returned, request, reply, 422);
  }
  site.services.nudge();
  await wasSaved(site, arrival, route, fields, request, reply);
  return sendDone(site, arrival, done, request, reply);
}

/** A form sent from a tab of another organisation must not be done in this one. Forms without the field are no one's. */
function mustBeWhereItWasDrawn({ access }: ActionRoute, { who }: Arrival, fields: Fields): void {
  const drawn = fields[DRAWN_FOR];
  if (access !== 'anyone' && drawn !== undefined && drawn !== who?.organisationId) throw new DrawnElsewhere();
  delete fields[DRAWN_FOR];
}

/** It is done: what is only tidied up must not tell anybody that it failed. */
async function wasSaved(
  site: Site,
  arrival: Arrival,
  route: ActionRoute,
  fields: Fields,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (arrival.who)
    await letGo(arrival, arrival.who, route, fields).catch((error: unknown) => site.services.report(error));
  noteTaken(site, arrival, fields, request, reply);
}

/** What waited for this sending has done its work. */
async function letGo({ db }: Arrival, { personId }: Who, route: ActionRoute, fields: Fields): Promise<void> {
  if (route.unrecorded === null && typeof fields.draft_key === 'string')
    await dropDraft(db, personId, fields.draft_key);
  await dropHeldUploads(db, personId, fields[HELD_FIELD]);
}

function noteTaken(
  site: Site,
  { who }: Arrival,
  fields: Fields,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (who && typeof fields.draft_key === 'string') tellTaken(site, fields.draft_key, request, reply);
}

const heldFor = ({ db, who, path, now }: Arrival, sent: unknown) =>
  who ? selectHeldUploads(db, who.personId, path, sent, now) : { uploads: [], values: [], errors: {} };

/** What was sent and not taken waits for the next sending: the words as a draft, where the form has one, and the files. */
async function keepRefused(
  { db, path, now }: Arrival,
  { personId }: Who,
  fields: Fields,
  { held, uploads }: { held: string[]; uploads: readonly StoredUpload[] },
): Promise<void> {
  delete fields[HELD_FIELD];
  const waiting = [...held, ...(await holdUploads(db, personId, path, uploads, now))];
  if (waiting.length > 0) fields[HELD_FIELD] = waiting;
  if (typeof fields.draft_key === 'string') await keepDraft(db, personId, fields.draft_key, fields, now);
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
