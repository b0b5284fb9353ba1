import type { Selectable } from 'kysely';
import { insertItem, itemOfCircle } from '#platform/access/items.ts';
import { selectItem } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Tables } from '#platform/db/schema.generated.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import {
  lockStep,
  openProgramme,
  openRunning,
  type OpenedProgramme,
  selectStep,
  type Step,
} from '#features/programmes/index.ts';
import { researchLessonPolicy } from './research-lesson.policy.ts';

/** A lesson as stored. */
export type LessonRow = Selectable<Tables['research_lesson']>;

/** The step of a research lesson, which is there before anything is written about it. */
export interface OpenedLesson {
  opened: OpenedProgramme;
  step: Step;
  /** Stands for the lesson, for who can see it. */
  item: Item;
}

/** The step that the address names. Throws `NotFound` where it is of another kind, and what opening a programme throws. */
export const openLessonStep = async (visit: Visit): Promise<Omit<OpenedLesson, 'item'>> =>
  lessonStepOf(visit, await openProgramme(visit));

async function lessonStepOf(visit: Visit, opened: OpenedProgramme): Promise<Omit<OpenedLesson, 'item'>> {
  const step = await selectStep(visit, opened.programme);
  if (step.kind !== 'research-lesson') throw new NotFound('This step is no research lesson.');
  return { opened, step };
}

/**
 * Who reads and writes a lesson are those who take part in its programme, and those whom the item of what is
 * written at its step (`written`, of the step's id; undefined until there is one) lets contribute. Throws
 * `NotAllowed` for everybody else.
 */
export function admitToLesson(
  visit: Visit,
  { programme_id, owner_id }: Step,
  written: Item | undefined,
): Item {
  const item = itemOfCircle(researchLessonPolicy, owner_id, programme_id);
  const guests = written?.endedAt === null ? { granted: written.granted, audience: written.audience } : {};
  const lesson = { ...item, ...guests };
  visit.who.must('read', researchLessonPolicy, lesson);
  return lesson;
}

/**
 * For a change: the lesson that the address names, begun if nobody did yet, in a programme that is still open.
 * Others who change what the group writes wait here until this is written; notes do not wait.
 */
export async function changeLesson(change: Change): Promise<OpenedLesson & { lesson: LessonRow }> {
  const at = await openToWrite(change);
  await lockStep(change, at.step);
  return { ...at, lesson: (await selectRow(change.tx, at.step)) ?? (await begin(change, at.step)) };
}

/** The same for a note, which stands for itself: only the very first waits. */
export async function noteAtLesson(change: Change): Promise<OpenedLesson & { lesson: LessonRow }> {
  const at = await openToWrite(change);
  const lesson = await selectRow(change.tx, at.step);
  return lesson ? { ...at, lesson } : changeLesson(change);
}

async function openToWrite(change: Change): Promise<OpenedLesson> {
  const at = await lessonStepOf(change, await openRunning(change, 'read'));
  const { tx, who, now } = change;
  const item = admitToLesson(change, at.step, await selectItem(tx, who, at.step.owner_id, at.step.id, now));
  who.must('write', researchLessonPolicy, item);
  return { ...at, item };
}

const selectRow = (tx: Db, step: Step): Promise<LessonRow | undefined> =>
  tx
    .selectFrom('research_lesson')
    .selectAll()
    .where('owner_id', '=', step.owner_id)
    .where('step_id', '=', step.id)
    .executeTakeFirst();

async function begin({ tx, who, now }: Change, step: Step): Promise<LessonRow> {
  const id = newId(now);
  const of = { ownerId: step.owner_id, circleId: step.programme_id, authorId: who.personId };
  await insertItem(tx, { ...of, id, policy: researchLessonPolicy }, now);
  return tx
    .insertInto('research_lesson')
    .values({
      owner_id: step.owner_id,
      id,
      step_id: step.id,
      programme_id: step.programme_id,
      teacher_ids: [],
      observer_ids: [],
      version: 0,
      planned_by: who.personId,
      planned_at: now,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
