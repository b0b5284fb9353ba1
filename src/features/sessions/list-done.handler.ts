import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';

/** Brings the school's list of exercises done into line with the person's own note: that, not what it says. */
export const listExerciseDone = told(
  'exercise.done',
  z.object({ organisationId: z.uuid(), exerciseId: z.uuid() }),
  async ({ ownerId, body: { organisationId, exerciseId } }, { db }) => {
    const note = await db
      .selectFrom('exercise_note')
      .select(['done_at', 'ended_at'])
      .where('owner_id', '=', ownerId)
      .where('exercise_id', '=', exerciseId)
      .executeTakeFirst();
    if (!note) return;
    await db
      .insertInto('exercise_done')
      .values({ owner_id: organisationId, exercise_id: exerciseId, person_id: ownerId, ...note })
      .onConflict((conflict) => conflict.columns(['owner_id', 'exercise_id', 'person_id']).doUpdateSet(note))
      .execute();
  },
);
