import type { FastifyReply, FastifyRequest } from 'fastify';
import { kindsInWords } from '../access/audience-words.ts';
import { Who } from '../access/who.ts';
import { NotAllowed, NotSignedIn } from '../errors.ts';
import { speakingThroughout, t } from '../i18n/i18n.ts';
import { act } from './act.ts';
import { readWords, type Fields } from './body.ts';
import type { Arrival } from './context.ts';
import { exchange } from './exchange.ts';
import { fromOurPages } from './headers.ts';
import { mustHaveAsked } from './must-have-asked.ts';
import { keepSession, sendBytes, tongueOf } from './reply.ts';
import type { Access, Route } from './route.ts';
import { sendPage } from './send-page.ts';
import type { Site } from './server.ts';
import { withoutNul } from './without-nul.ts';

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
    if (arrival.byCard && route.access !== 'anyone' && ofAccount.test(route.path))
      throw new NotAllowed(t('This needs a password of your own.'), t('Ask a grown-up of your class.'));
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
    case 'transfer':
      return exchange(site, route, arrival, request, reply);
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
    params: singleValues((request.params ?? {}) as Fields),
    query: singleValues(request.query as Fields),
    path: request.url.split('?')[0]!,
    headers: request.headers,
    cameFrom: ownPath(request.headers.referer, request.headers.host),
    ip: request.ip,
    device: String(request.headers['user-agent'] ?? ''),
    now,
    who: signedIn ? new Who(signedIn.standing, route?.purpose ?? 'administration') : null,
    sessionId: signedIn?.sessionId ?? null,
    byCard: signedIn?.isShort ?? false,
    form: null,
  };
}

/**
 * What belongs to an account, and other schools of the same person: a row of pictures can be guessed, so whoever came by
 * one gives the account no address or password, takes nothing away and leaves no link behind.
 */
const ofAccount = /^\/(?:me\/(?!(?:display|seen)$)|sign-in\/)/;

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

const singleValues = (given: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      withoutNul(Array.isArray(value) ? value.at(-1)! : value),
    ]),
  );

/** The path of an address of this site. */
function ownPath(referer: string | undefined, host: string | undefined): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const url = new URL(referer);
  return url.host === host ? url.pathname + url.search : '/';
}
