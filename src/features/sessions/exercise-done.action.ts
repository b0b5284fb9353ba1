import { z } from 'zod';
import { endItem, insertItem } from '#platform/access/items.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { prose } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openRunning, programmePolicy } from '#features/programmes/index.ts';
import { exerciseHref, exercisesHref } from './addresses.ts';
import { comesFirst, findExercise, selectExercises } from './exercises.queries.ts';
import { exercisePage } from './exercise.page.ts';
import { exerciseNotePolicy } from './sessions.policy.ts';

/** A participant has done an exercise and writes, for themself, what they noticed. */
export const exerciseDone = action('/programmes/:programme/exercises/:number/done', {
  purpose: 'learning',
  access: programmePolicy,
  page: exercisePage,
  input: z.object({ noticed: prose('Write a sentence on what you noticed.', 4000) }),
  async run(change, { noticed }) {
    const { programme, exercises, exercise } = await openOwn(change);
    const first = comesFirst(exercises, exercise);
    if (first)
      throw new NotAllowed(
        t('“{title}” comes first. This one opens when that is done.', { title: first.title }),
      );
    await keepNote(change, exercise, noticed);
    await tellRegister(change, exercise.id);
    return see(
      exercisesHref(programme),
      t('“{title}” is done.', { title: exercise.title }),
      exerciseHref(programme, exercise, 'not-done'),
    );
  },
});

/** It was not done after all; what was noticed comes back when it is done again. */
export const exerciseNotDone = action('/programmes/:programme/exercises/:number/not-done', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  async run(change) {
    const { programme, exercise } = await openOwn(change);
    const note = await selectNote(change, exercise.id);
    if (!note || note.ended_at) throw new NotFound('You have not done this exercise.');
    await setEnd(change, note.id, change.now);
    await tellRegister(change, exercise.id);
    return see(
      exerciseHref(programme, exercise),
      t('It counts as not done.'),
      exerciseHref(programme, exercise, 'done-again'),
    );
  },
});

/** Takes that back. */
export const exerciseDoneAgain = action('/programmes/:programme/exercises/:number/done-again', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  async run(change) {
    const { programme, exercise } = await openOwn(change);
    const note = await selectNote(change, exercise.id);
    if (!note) throw new NotFound('You have not done this exercise.');
    await setEnd(change, note.id, null);
    await tellRegister(change, exercise.id);
    return see(exerciseHref(programme, exercise), t('It is done, as before.'));
  },
});

async function openOwn(change: Change) {
  const { programme } = await openRunning(change, 'join');
  if (!change.who.isIn(programme.id, 'participant'))
    throw new NotAllowed('The exercises are done by those who take part.', programmePolicy.ask);
  const exercises = await selectExercises(change, programme);
  return { programme, exercises, exercise: findExercise(change, exercises) };
}

const selectNote = (change: Change, exerciseId: string) =>
  change.tx
    .selectFrom('exercise_note')
    .select(['id', 'ended_at'])
    .where('owner_id', '=', change.who.personId)
    .where('exercise_id', '=', exerciseId)
    .executeTakeFirst();

async function keepNote(
  change: Change,
  exercise: { id: string; title: string },
  noticed: string,
): Promise<void> {
  const { tx, now, who } = change;
  const written = { title: exercise.title, noticed, done_at: now, ended_at: null };
  const before = await selectNote(change, exercise.id);
  if (before) {
    await endItem(tx, { ownerId: who.personId, id: before.id }, null);
    await tx
      .updateTable('exercise_note')
      .set(written)
      .where('owner_id', '=', who.personId)
      .where('id', '=', before.id)
      .execute();
    return;
  }
  const id = await insertItem(
    tx,
    { ownerId: who.personId, policy: exerciseNotePolicy, authorId: who.personId, excludesManagers: true },
    now,
  );
  await tx
    .insertInto('exercise_note')
    .values({
      owner_id: who.personId,
      id,
      organisation_id: change.organisationId,
      exercise_id: exercise.id,
      ...written,
    })
    .execute();
}

async function setEnd(change: Change, noteId: string, endedAt: Date | null): Promise<void> {
  const owner = change.who.personId;
  await endItem(change.tx, { ownerId: owner, id: noteId }, endedAt);
  await change.tx
    .updateTable('exercise_note')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', owner)
    .where('id', '=', noteId)
    .execute();
}

/** The person's own rows changed; the school's list of what is done follows from them. */
const tellRegister = (change: Change, exerciseId: string): Promise<string> =>
  change.record({
    ownerId: change.who.personId,
    kind: 'exercise.done',
    body: { organisationId: change.organisationId, exerciseId },
    tell: true,
  });
