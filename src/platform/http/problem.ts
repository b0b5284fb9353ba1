import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type CurrentText,
  DrawnElsewhere,
  HalfDone,
  NotAllowed,
  NotFound,
  NotSignedIn,
  Refused,
  Stale,
  TooMany,
} from '../errors.ts';
import { arrive } from './answer.ts';
import type { Fields, Given } from './body.ts';
import { see } from './done.ts';
import { sendContent, sendSee } from './reply.ts';
import type { Site } from './server.ts';

/** What went wrong, for the page that says so. */
export interface Problem {
  kind:
    | 'not-found'
    | 'not-allowed'
    | 'signed-out'
    | 'drawn-elsewhere'
    | 'drawn-for-another'
    | 'stale'
    | 'too-many'
    | 'refused'
    | 'unexpected';
  status: number;
  /** What happened, as a sentence; '' for the unexpected after which nothing was changed. */
  says: string;
  /** Whom to ask, when anyone. */
  ask: string;
  path: string;
  signedIn: boolean;
  /** What the person had written, so that nothing of it is lost. */
  sent: Fields;
  /** The names of files that came with it and could not be kept. */
  files: readonly string[];
  /** The text that was saved meanwhile, and whether whoever asks saved it themself, elsewhere. */
  current?: CurrentText & { byYou: boolean };
  seconds?: number;
}

/** Answers whatever was thrown, with a page that says what happened and what to do. */
export async function answerProblem(
  site: Site,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const sent = site.sent.get(request) ?? { fields: {}, files: [] };
  if (error instanceof NotSignedIn && request.method !== 'POST')
    return sendSee(site, see(`/sign-in?then=${encodeURIComponent(request.url)}`), reply);
  const known = site.arrivals.get(request);
  const problem = problemOf(error, request, sent, known?.who?.personId);
  if (problem.kind === 'unexpected')
    site.services.report(error instanceof HalfDone ? error.cause : error, {
      method: request.method,
      route: request.routeOptions.url ?? '',
      personId: known?.who?.personId ?? null,
    });
  const arrival = known ?? (await arrive(site, null, request, reply).catch(() => null));
  // Who asks could not be found out: without a database there is no page to draw.
  if (!arrival) return reply.code(503).type('text/plain; charset=utf-8').send(noDatabase);
  problem.signedIn = arrival.who !== null;
  return sendContent(site, arrival, () => site.problem(problem), request, reply, problem.status);
}

const noDatabase =
  'Staffroom cannot reach its database just now. Nothing was changed. Try again in a minute.';

function problemOf(
  error: unknown,
  request: FastifyRequest,
  { fields: sent, files }: Given,
  personId: string | undefined,
): Problem {
  const about = { path: request.url.split('?')[0]!, ask: '', signedIn: false, sent, files };
  if (error === null || error instanceof NotFound)
    return {
      ...about,
      kind: 'not-found',
      status: 404,
      says: error?.message ?? 'There is nothing at this address.',
    };
  if (error instanceof NotAllowed)
    return { ...about, kind: 'not-allowed', status: 403, says: error.message, ask: error.ask };
  if (error instanceof NotSignedIn)
    return { ...about, kind: 'signed-out', status: 401, says: 'You were signed out while you were writing.' };
  if (error instanceof DrawnElsewhere)
    return error.other === 'person'
      ? // Whoever is signed in now is not shown what somebody else wrote.
        { ...about, kind: 'drawn-for-another', status: 409, says: error.message, sent: {}, files: [] }
      : { ...about, kind: 'drawn-elsewhere', status: 409, says: error.message };
  if (error instanceof Stale)
    return {
      ...about,
      kind: 'stale',
      status: 409,
      says: error.message,
      current: { ...error.current, byYou: error.current.writerId === personId },
    };
  if (error instanceof TooMany)
    return { ...about, kind: 'too-many', status: 429, says: error.message, seconds: error.seconds };
  if (error instanceof HalfDone)
    return {
      ...about,
      kind: 'unexpected',
      status: 500,
      says: 'Your change was saved, but something that should have followed it was not done.',
      sent: {},
    };
  if (error instanceof Refused) return { ...about, kind: 'refused', status: 422, says: error.message };
  const status = (error as { statusCode?: number }).statusCode;
  if (status && status >= 400 && status < 500)
    return {
      ...about,
      kind: 'refused',
      status,
      says: clientErrors[status] ?? 'This could not be read, so nothing was changed.',
    };
  return { ...about, kind: 'unexpected', status: 500, says: '' };
}

const clientErrors: Record<number, string> = {
  413: 'This was too large to take in, so nothing was changed.',
  415: 'This was sent in a form that this page does not read. Nothing was changed.',
};
