import type { Handler } from '#platform/http/feature.ts';

/** Brings the school's list of exercises done into line with the person's own note: that, not what it says. */
export const listExerciseDone: Handler = async (services, message) => {
  const { organisationId, exerciseId } = message.body as { organisationId: string; exerciseId: string };
  const { db } = services;
  const note = await db
    .selectFrom('exercise_note')
    .select(['done_at', 'ended_at'])
    .where('owner_id', '=', message.ownerId)
    .where('exercise_id', '=', exerciseId)
    .executeTakeFirst();
  if (!note) return;
  await db
    .insertInto('exercise_done')
    .values({ owner_id: organisationId, exercise_id: exerciseId, person_id: message.ownerId, ...note })
    .onConflict((conflict) => conflict.columns(['owner_id', 'exercise_id', 'person_id']).doUpdateSet(note))
    .execute();
};
