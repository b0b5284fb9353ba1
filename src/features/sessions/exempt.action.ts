import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, id, line } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openRunning, programmePolicy } from '#features/programmes/index.ts';
import { exerciseHref } from './addresses.ts';
import { exercisePeoplePage } from './exercise-people.page.ts';
import { findExercise, selectAtExercise, selectExercises } from './exercises.queries.ts';
import { exemptionPolicy, ofProgramme } from './sessions.policy.ts';
import { grounds } from './words.ts';

/** A facilitator says that somebody need not do an exercise, and why: the next one opens for them. */
export const exempt = action('/programmes/:programme/exercises/:number/exempt', {
  purpose: 'learning',
  access: programmePolicy,
  page: exercisePeoplePage,
  input: z.object({
    person_id: id('Choose who.'),
    ground: choice(grounds, 'Choose why.'),
    reason: line('Say why, in your words. They read it.', 500),
  }),
  async run(change, { person_id, ground, reason }) {
    const { programme, exercise } = await openExempting(change);
    const people = await selectAtExercise(change, programme, String(exercise.number));
    if (person_id === change.who.personId)
      throw new Refused({ person_id: t('Nobody can excuse themself. Ask another facilitator.') });
    if (!people.some(({ personId, doneAt }) => personId === person_id && doneAt === null))
      throw new Refused({ person_id: t('They do not take part, or have done it already.') });
    const granted = {
      ground,
      reason,
      granted_by: change.who.personId,
      granted_at: change.now,
      ended_at: null,
    };
    await change.tx
      .insertInto('exercise_exemption')
      .values({ owner_id: programme.owner_id, exercise_id: exercise.id, person_id, ...granted })
      .onConflict((conflict) =>
        conflict.columns(['owner_id', 'exercise_id', 'person_id']).doUpdateSet(granted),
      )
      .execute();
    await change.record({
      kind: 'exercise.exempted',
      itemId: programme.id,
      body: { exercise: exercise.id, person: person_id, ground },
    });
    return see(
      exerciseHref(programme, exercise, 'people'),
      t('They need not do it, and they can read why.'),
      exerciseHref(programme, exercise, `exempt/${person_id}/end`),
    );
  },
});

/** They do it after all. */
export const endExemption = action('/programmes/:programme/exercises/:number/exempt/:person/end', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** Takes that back. */
export const restoreExemption = action('/programmes/:programme/exercises/:number/exempt/:person/restore', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null) {
  const { programme, exercise } = await openExempting(change);
  const { person = '' } = change.params;
  const ended = isId(person)
    ? await change.tx
        .updateTable('exercise_exemption')
        .set({ ended_at: endedAt })
        .where('owner_id', '=', programme.owner_id)
        .where('exercise_id', '=', exercise.id)
        .where('person_id', '=', person)
        .executeTakeFirst()
    : undefined;
  if (!ended?.numUpdatedRows) throw new NotFound('There is no exemption at this address.');
  await change.record({
    kind: endedAt ? 'exemption.ended' : 'exemption.restored',
    itemId: programme.id,
    body: { exercise: exercise.id, person },
  });
  return see(
    exerciseHref(programme, exercise, 'people'),
    endedAt ? t('They do it like the others.') : t('They need not do it, as before.'),
    endedAt ? exerciseHref(programme, exercise, `exempt/${person}/restore`) : undefined,
  );
}

async function openExempting(change: Change) {
  const { programme } = await openRunning(change, 'read');
  change.who.must('grant', exemptionPolicy, ofProgramme(exemptionPolicy, programme));
  return { programme, exercise: findExercise(change, await selectExercises(change, programme)) };
}
