import type { FastifyReply, FastifyRequest } from 'fastify';
import { DrawnElsewhere, NotAllowed, NotFound, NotSignedIn, Refused, Stale, TooMany } from '../errors.ts';
import { BeingWritten, KeyMissing, NotAtTheEnd, TooLarge } from '../vault/errors.ts';
import type { Site } from './server.ts';

/** Answers a program of ours whose exchange went wrong: a status, and a sentence that it can show. */
export function answerExchangeProblem(
  site: Site,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const known = inWords(error) ?? inWordsOf((error as { statusCode?: number }).statusCode);
  const wasCut = !request.raw.complete && request.raw.destroyed;
  if (!known && !wasCut)
    site.services.report(error, {
      method: request.method,
      route: request.routeOptions.url ?? '',
      personId: site.arrivals.get(request)?.who?.personId ?? null,
    });
  const [status, says] = known ?? unexpected(error, site.arrivals.has(request));
  if (error instanceof TooMany) reply.header('retry-after', String(error.seconds));
  // What is still on its way is not listened to.
  if (!request.raw.complete) reply.header('connection', 'close');
  return reply
    .code(status)
    .header('cache-control', 'private, no-store')
    .type('text/plain; charset=utf-8')
    .send(says);
}

type Said = readonly [status: number, says: string];

function inWords(error: unknown): Said | null {
  if (error instanceof NotSignedIn)
    return [401, 'You are signed out. Sign in again and this goes on from where it was.'];
  if (error instanceof NotAllowed) return [403, [error.message, error.ask].filter(Boolean).join(' ')];
  if (error instanceof NotFound) return [404, error.message];
  if (error instanceof Stale || error instanceof DrawnElsewhere) return [409, error.message];
  if (error instanceof NotAtTheEnd || error instanceof BeingWritten) return [409, error.message];
  if (error instanceof TooLarge) return [413, error.message];
  if (error instanceof Refused) return [422, error.message];
  if (error instanceof TooMany) return [429, error.message];
  if (error instanceof KeyMissing) return [503, error.message];
  return null;
}

/** What the server itself refused before anybody read it. */
const inWordsOf = (status: number | undefined): Said | null =>
  status && status >= 400 && status < 500
    ? [status, 'This could not be read, so nothing was changed.']
    : null;

function unexpected(error: unknown, isKnownWhoAsks: boolean): Said {
  if ((error as { code?: string }).code === 'ENOSPC')
    return [
      503,
      'There is no room left where this is kept. What has arrived is safe. Tell whoever runs Staffroom.',
    ];
  if (!isKnownWhoAsks) return [503, 'Staffroom cannot reach its database just now. Try again in a minute.'];
  return [
    500,
    'Something failed here that should not have. What has arrived is safe. Try again in a minute.',
  ];
}
