import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { line, optionalId, prose, ticked, version, wholeNumber } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openRunning, type Programme, programmePolicy } from '#features/programmes/index.ts';
import { exerciseHref, exercisesHref } from './addresses.ts';
import { changeExercisePage, newExercisePage } from './exercise-form.page.ts';

const exerciseInput = {
  title: line('Give it a title.', 120),
  prompt: prose('Say what people are asked to do.', 10_000),
  minutes: wholeNumber(0, 600, 'Write how many minutes it takes.'),
  required: ticked(),
  step_id: optionalId(),
};

/** Adds an exercise after the last one. */
export const addExercise = action('/programmes/:programme/exercises', {
  purpose: 'learning',
  access: programmePolicy,
  page: newExercisePage,
  input: z.object(exerciseInput),
  async run(change, exercise) {
    const { programme } = await openRunning(change, 'facilitate');
    await mustBeStep(change, programme, exercise.step_id);
    const { number, position } = await nextPlace(change, programme);
    const id = newId(change.now);
    await change.tx
      .insertInto('programme_exercise')
      .values({
        owner_id: programme.owner_id,
        id,
        programme_id: programme.id,
        number,
        position,
        ...exercise,
        version: 1,
        written_by: change.who.personId,
        written_at: change.now,
        created_at: change.now,
        ended_at: null,
      })
      .execute();
    await change.record({ kind: 'exercise.added', itemId: programme.id, body: { exercise: id } });
    return see(
      exercisesHref(programme),
      t('The exercise is added.'),
      exerciseHref(programme, { number }, 'remove'),
    );
  },
});

/** Saves an exercise over the version shown. Throws `Stale` when somebody saved meanwhile. */
export const changeExercise = action('/programmes/:programme/exercises/:number/change', {
  purpose: 'learning',
  access: programmePolicy,
  page: changeExercisePage,
  input: z.object({ ...exerciseInput, version: version() }),
  async run(change, { version: shown, ...exercise }) {
    const { programme } = await openRunning(change, 'facilitate');
    await mustBeStep(change, programme, exercise.step_id);
    const before = await selectAny(change, programme);
    if (before.version !== shown) throw await staleNow(change, before);
    const { owner_id, id } = before;
    const { title, prompt, minutes, required, step_id } = before;
    const text = { title, prompt, minutes, required, step_id };
    await keepText(change.tx, { ownerId: owner_id, id }, shown, text, before.written_by, before.written_at);
    await change.tx
      .updateTable('programme_exercise')
      .set({ ...exercise, version: shown + 1, written_by: change.who.personId, written_at: change.now })
      .where('owner_id', '=', owner_id)
      .where('id', '=', id)
      .execute();
    await change.record({ kind: 'exercise.changed', itemId: programme.id, body: { exercise: id } });
    return see(exerciseHref(programme, before), t('The exercise is saved.'));
  },
});

const setEnd = (below: 'remove' | 'restore') =>
  action(`/programmes/:programme/exercises/:number/${below}`, {
    purpose: 'learning',
    access: programmePolicy,
    input: z.object({}),
    async run(change) {
      const { programme } = await openRunning(change, 'facilitate');
      const { owner_id, id, number } = await selectAny(change, programme);
      const ends = below === 'remove';
      await change.tx
        .updateTable('programme_exercise')
        .set({ ended_at: ends ? change.now : null })
        .where('owner_id', '=', owner_id)
        .where('id', '=', id)
        .execute();
      await change.record({
        kind: ends ? 'exercise.removed' : 'exercise.restored',
        itemId: programme.id,
        body: { exercise: id },
      });
      return see(
        exercisesHref(programme),
        ends ? t('The exercise is taken out.') : t('The exercise is there again.'),
        ends ? exerciseHref(programme, { number }, 'restore') : undefined,
      );
    },
  });
export const removeExercise = setEnd('remove');
export const restoreExercise = setEnd('restore');

/** The exercise that the address names, taken out or not, locked until the change is written. */
async function selectAny(change: Change, programme: Programme) {
  const number = Number(change.params.number);
  const row = Number.isSafeInteger(number)
    ? await change.tx
        .selectFrom('programme_exercise')
        .selectAll()
        .where('owner_id', '=', programme.owner_id)
        .where('programme_id', '=', programme.id)
        .where('number', '=', number)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('There is no exercise at this address.');
  return row;
}

async function staleNow(change: Change, now: Awaited<ReturnType<typeof selectAny>>): Promise<Stale> {
  const writer = await change.tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', now.written_by)
    .executeTakeFirstOrThrow();
  return new Stale({
    version: now.version,
    writerId: now.written_by,
    writtenBy: writer.name,
    writtenAt: now.written_at,
    fields: [
      { name: 'title', label: t('Title'), text: now.title },
      { name: 'prompt', label: t('What people are asked to do'), text: now.prompt },
      { name: 'minutes', label: t('Minutes it takes'), text: String(now.minutes) },
    ],
  });
}

/** A number that no exercise of the programme ever had, and the place after the last. */
async function nextPlace(
  change: Change,
  programme: Programme,
): Promise<{ number: number; position: number }> {
  const row = await change.tx
    .selectFrom('programme_exercise')
    .select(({ fn }) => [fn.max('number').as('number'), fn.max('position').as('position')])
    .where('owner_id', '=', programme.owner_id)
    .where('programme_id', '=', programme.id)
    .executeTakeFirst();
  return { number: (row?.number ?? 0) + 1, position: (row?.position ?? 0) + 1 };
}

async function mustBeStep(change: Change, programme: Programme, stepId: string | null): Promise<void> {
  if (stepId === null) return;
  const step = await change.tx
    .selectFrom('programme_step')
    .select('id')
    .where('owner_id', '=', programme.owner_id)
    .where('programme_id', '=', programme.id)
    .where('id', '=', stepId)
    .executeTakeFirst();
  if (!step) throw new Refused({ step_id: t('Choose a step of this programme.') });
}
