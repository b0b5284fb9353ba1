import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Counted, failed, few, many, mayTry } from '#platform/auth/throttle.ts';
import type { Arrival } from '#platform/http/context.ts';
import { email } from '#platform/http/input.ts';
import { publicAction, see } from '#platform/http/route.ts';
import { enqueue } from '#platform/jobs/outbox.ts';
import { selectReachable } from './account.queries.ts';
import { forgottenPage } from './forgotten.page.ts';

/** Longer than any answer takes, so that time does not tell who has an account. */
const answersAfterMs = 150;

/**
 * Asks for a link to a new password. Known and unknown addresses are answered alike, after the same
 * time, and the mail is sent later by the relay. Each asking counts, so nobody's box is flooded.
 */
export const forgottenAction = publicAction('/forgotten', {
  purpose: 'administration',
  input: z.object({ email: email() }),
  page: forgottenPage,
  async run(arrival, input) {
    const keys = [few(`new password for ${input.email}`), many(`from ${arrival.ip}`)];
    await mayTry(arrival.db, keys, arrival.now);
    await Promise.all([pause(answersAfterMs), ask(arrival, input.email, keys)]);
    return see('/forgotten?sent=1');
  },
});

async function ask(arrival: Arrival, address: string, keys: readonly Counted[]): Promise<void> {
  await failed(arrival.db, keys, arrival.now);
  const found = await selectReachable(arrival.db, address);
  if (!found) return;
  const { personId, organisationId, hasPassword } = found;
  const kind = hasPassword ? 'password.forgotten' : 'person.invited';
  await enqueue(arrival.db, organisationId, kind, { personId, address }, { at: arrival.now });
}
