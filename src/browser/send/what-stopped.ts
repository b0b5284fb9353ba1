import type { DetailedError } from 'tus-js-client';

/**
 *   again        it is sent again by itself after a pause: no line, or what arrived was spoilt
 *   signed-out   it goes on once one is signed in again
 *   refused      it is not taken; the server says why
 */
export type Stopped =
  | { sort: 'again' | 'signed-out' }
  | { sort: 'refused'; says: string; mayTryAgain: boolean };

const refusals = [400, 403, 404, 410, 413, 415, 422, 507];

/** What an error of tus comes to. A hot spot's own page is no answer of ours. */
export function whatStopped(error: Error | DetailedError): Stopped {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  if (status === 401) return { sort: 'signed-out' };
  if (!response || !refusals.includes(status)) return { sort: 'again' };
  const says = response.getBody();
  const isPlain = (response.getHeader('content-type') ?? '').startsWith('text/plain');
  return { sort: 'refused', says: isPlain ? says : '', mayTryAgain: status === 507 };
}
