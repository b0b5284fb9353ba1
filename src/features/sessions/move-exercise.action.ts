import { sql } from 'kysely';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openRunning, programmePolicy } from '#features/programmes/index.ts';
import { exerciseHref, exercisesHref } from './addresses.ts';
import { exercisesPage } from './exercises.page.ts';

/**
 * Puts an exercise before another, which must stand directly before it: so one moves up, the other moves down,
 * and somebody who saw an older order moves nothing. What people have done stays done.
 */
export const moveExercise = action('/programmes/:programme/exercises/:number/before/:other', {
  purpose: 'learning',
  access: programmePolicy,
  page: exercisesPage,
  input: z.object({}),
  async run(change) {
    const { programme } = await openRunning(change, 'facilitate');
    const owner = programme.owner_id;
    const inOrder = await change.tx
      .selectFrom('programme_exercise')
      .select(['id', 'number', 'title', 'position', 'ended_at'])
      .where('owner_id', '=', owner)
      .where('programme_id', '=', programme.id)
      .orderBy('position')
      .forUpdate()
      .execute();
    const live = inOrder.filter(({ ended_at }) => ended_at === null);
    const at = live.findIndex(({ number }) => String(number) === change.params.number);
    const [other, moved] = [live[at - 1], live[at]];
    if (!moved || !other || String(other.number) !== change.params.other)
      throw new Refused(t('The order was changed meanwhile, so nothing was moved. Look at it again.'));
    await sql`update programme_exercise
      set position = case when id = ${moved.id} then ${other.position}::integer else ${moved.position}::integer end
      where owner_id = ${owner} and id in (${moved.id}, ${other.id})`.execute(change.tx);
    await change.record({
      kind: 'exercise.moved',
      itemId: programme.id,
      body: { exercise: moved.id, before: other.id },
    });
    return see(
      `${exercisesHref(programme)}#exercise-${moved.number}`,
      t('“{title}” now comes before “{other}”.', { title: moved.title, other: other.title }),
      exerciseHref(programme, other, `before/${moved.number}`),
    );
  },
});
