import { z } from 'zod';
import { checkPassword, hashPassword, passwordProblem } from '#platform/auth/passwords.ts';
import { failed, few, mayTry } from '#platform/auth/throttle.ts';
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

  /** Checking and hashing take their time, and a wrong try counts though nothing is changed. */
  async prepare({ who, db, now }, input) {
    const { personId, name } = who.standing;
    const problem = passwordProblem(input.next, name.split(' '));
    if (problem) throw new Refused({ next: t(problem) });
    const keys = [few(`password of ${personId}`)];
    await mayTry(db, keys, now);
    const stored = await db
      .selectFrom('credential')
      .select('password_hash')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (!(await checkPassword(stored?.password_hash, input.current))) {
      await failed(db, keys, now);
      throw new Refused({ current: t('This is not the password you have now.') });
    }
    return { from: stored!.password_hash, to: await hashPassword(input.next) };
  },

  async run(change, _input, hash) {
    const { personId } = change.who;
    const { numUpdatedRows } = await change.tx
      .updateTable('credential')
      .set({ password_hash: hash.to, changed_at: change.now })
      .where('person_id', '=', personId)
      .where('password_hash', '=', hash.from)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Refused({ current: t('This is not the password you have now.') });
    change.afterCommit(() =>
      change.services.sessions.endOthers(personId, change.arrival.sessionId, change.now),
    );
    await change.record({ ownerId: personId, kind: 'password.changed' });
    return see('/me#password', t('Your password is changed. You were signed out everywhere else.'));
  },
});
