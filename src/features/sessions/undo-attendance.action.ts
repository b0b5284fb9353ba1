import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { stepHref } from '#features/programmes/index.ts';
import { type Marks, markRoll, openRoll } from './mark-roll.ts';
import type { RollChange } from './roll.queries.ts';
import { registerPolicy } from './sessions.policy.ts';

/** Takes back one change of the roll, for everybody whom nobody has marked since. */
export const undoAttendance = action('/programmes/:programme/steps/:number/attendance/back/:event', {
  purpose: 'administration',
  access: registerPolicy,
  input: z.object({}),
  async run(change) {
    const { programme, step, roll } = await openRoll(change);
    const { event = '' } = change.params;
    const done = isId(event)
      ? await change.tx
          .selectFrom('event')
          .select('body')
          .where('owner_id', '=', step.owner_id)
          .where('id', '=', event)
          .where('item_id', '=', step.id)
          .where('kind', '=', 'attendance.marked')
          .executeTakeFirst()
      : undefined;
    if (!done) throw new NotFound('There is no change of this roll at this address.');
    const then = (done.body as Pick<RollChange, 'marks'>).marks;
    const marks: Marks = new Map(
      roll.flatMap(({ personId, state }) => {
        const mark = then[personId];
        return mark && mark.to === state ? [[personId, { from: mark.to, to: mark.from }] as const] : [];
      }),
    );
    if (marks.size === 0)
      throw new Refused('The roll was changed again since. Open it to see how it stands.');
    await markRoll(change, step, marks);
    return see(`${stepHref(programme, step)}#roll`, t('The roll is as it was before.'));
  },
});
