import { z } from 'zod';
import { checkPassword, hashPassword, passwordProblem } from '#platform/auth/passwords.ts';
import { failed, mayTry } from '#platform/auth/throttle.ts';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { mePage } from './me.page.ts';

/** Changes one's password and signs out everywhere else, in case somebody knew the old one. */
export const changePasswordAction = action('/me/password', {
  purpose: 'administration',
  access: 'signed-in',
  input: z.object({ current: z.string().max(500), next: z.string().max(500) }),
  page: mePage,

  async run(change, input) {
    const { personId, name } = change.who.standing;
    const problem = passwordProblem(input.next, name.split(' '));
    if (problem) throw new Refused({ next: t(problem) });
    const keys = [`password of ${personId}`];
    await mayTry(change.services.db, keys, change.now);
    const stored = await change.tx
      .selectFrom('credential')
      .select('password_hash')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (!(await checkPassword(stored?.password_hash, input.current))) {
      await failed(change.services.db, keys, change.now);
      throw new Refused({ current: t('This is not the password you have now.') });
    }
    const row = { password_hash: await hashPassword(input.next), changed_at: change.now };
    await change.tx.updateTable('credential').set(row).where('person_id', '=', personId).execute();
    await change.services.sessions.endOthers(personId, change.arrival.sessionId, change.now);
    await change.record({ ownerId: personId, kind: 'password.changed' });
    return see('/me#password', t('Your password is changed. You were signed out everywhere else.'));
  },
});
