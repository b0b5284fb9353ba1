import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, selectStep } from '#features/programmes/index.ts';
import { openRunningGroup } from './people/people-open.ts';
import { groupHomePage } from './group-home.page.ts';
import { isMeeting } from './rhythm.ts';

/** Somebody in the group says that a step is done, or that it is not after all. */
const setDone = (below: 'done' | 'not-done') =>
  action(`/groups/:programme/steps/:number/${below}`, {
    purpose: 'learning',
    access: groupPolicy,
    page: groupHomePage,
    input: z.object({}),
    async run(change) {
      const { programme } = await openRunningGroup(change, 'takePart');
      const step = await selectStep(change, programme);
      const isDone = below === 'done';
      if (isDone && isMeeting(step) && step.on_date > change.today)
        throw new Refused(
          t('“{title}” is planned for {day}. If you met before, move it to that day first.', {
            title: step.title,
            day: formatDate(step.on_date, 'weekday'),
          }),
        );
      await change.tx
        .updateTable('programme_step')
        .set(
          isDone ? { done_at: change.now, done_by: change.who.personId } : { done_at: null, done_by: null },
        )
        .where('owner_id', '=', step.owner_id)
        .where('id', '=', step.id)
        .execute();
      await change.record({
        kind: isDone ? 'step.done' : 'step.not-done',
        itemId: programme.id,
        body: { step: step.id, number: step.number },
      });
      return see(
        groupHref(programme),
        isDone
          ? t('“{title}” is done.', { title: step.title })
          : t('“{title}” is still to do.', { title: step.title }),
        isDone ? groupHref(programme, `steps/${step.number}/not-done`) : undefined,
      );
    },
  });

export const stepDone = setDone('done');
export const stepNotDone = setDone('not-done');
