import { z } from 'zod';
import { publicAction, see } from '#platform/http/route.ts';

/** Ends the session one is in. */
export const signOutAction = publicAction('/sign-out', {
  purpose: 'administration',
  input: z.object({}),
  async run(arrival) {
    if (arrival.who && arrival.sessionId)
      await arrival.services.sessions.end(arrival.who.personId, arrival.sessionId, arrival.now);
    return see('/').withCookie(null);
  },
});
