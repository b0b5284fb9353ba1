import { z } from 'zod';
import { action, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { intervals } from '#features/try-outs/index.ts';
import { practiceHref } from './addresses.ts';
import { endWaitingLook, lastLook } from './looks.ts';
import { openGoingOn } from './open-own-practice.ts';
import { planOwnLook, settleDueOf } from './own-looks.ts';
import { practicePolicy } from './practice.policy.ts';
import { touch } from './practice.queries.ts';

/** Takes up again what gathered dust: it is met again in a week. */
export const takeUp = action('/practice/:person/:practice/take-up', {
  purpose: 'learning',
  access: practicePolicy,
  input: z.object({}),
  async run(change) {
    const { tx, now } = change;
    const practice = await openGoingOn(change);
    await endWaitingLook(tx, practice, now);
    await touch(tx, practice, now);
    const number = (await lastLook(tx, practice)) + 1;
    const dueOn = await planOwnLook(change, practice, { number, afterDays: intervals[0], relapse: false });
    await settleDueOf(change, practice);
    await change.record({ ownerId: practice.ownerId, kind: 'practice.taken-up', itemId: practice.id });
    return see(
      practiceHref(practice),
      t('Taken up again. You meet it on {day}.', { day: formatDate(dueOn, 'weekday') }),
    );
  },
});
