import type { Arrival } from '#platform/http/context.ts';
import { see, type See } from '#platform/http/route.ts';

/**
 * Begins a session and goes somewhere with its cookie. The secret travels in the answer only;
 * the server keeps its hash.
 */
export async function keepSignedIn(
  arrival: Arrival,
  personId: string,
  organisationId: string,
  to: string,
  said?: string,
): Promise<See> {
  const secret = await arrival.services.sessions.begin(personId, organisationId, arrival.device, arrival.now);
  return see(to, said).withCookie(secret);
}

/** An address of this site to go on to; anything else leads to the first page. */
export const safeNext = (then: string | undefined): string =>
  then && /^\/(?![/\\])/.test(then) && !then.startsWith('/sign-') ? then : '/';
