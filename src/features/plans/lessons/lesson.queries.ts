import { sql } from 'kysely';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import type { Lesson } from '../plan.ts';

export interface LessonFields {
  title: string;
  on_date: string | null;
  text: string;
}

/** Adds a lesson after the others. Answers its id. */
export async function insertLesson(
  { tx, organisationId: ownerId, who, now }: Change,
  planId: string,
  { title, on_date, text }: LessonFields,
): Promise<string> {
  const id = newId(now);
  // Two who add at once do not get one place.
  await tx
    .selectFrom('scheme')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('id', '=', planId)
    .forUpdate()
    .execute();
  const { last } = await tx
    .selectFrom('planned_lesson')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('owner_id', '=', ownerId)
    .where('scheme_id', '=', planId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('planned_lesson')
    .values({
      owner_id: ownerId,
      id,
      scheme_id: planId,
      position: last + 1,
      title,
      on_date,
      text,
      version: 1,
      changed_by: who.personId,
      changed_at: now,
      created_at: now,
      ended_at: null,
    })
    .execute();
  await keepText(tx, { ownerId, id }, 1, { title, text }, who.personId, now);
  return id;
}

/** Saves over the version that was shown; false when that is not the one that stands. */
export async function updateLesson(
  { tx, organisationId: ownerId, who, now }: Change,
  { id, version }: Pick<Lesson, 'id' | 'version'>,
  { title, on_date, text }: LessonFields,
): Promise<boolean> {
  const saved = await tx
    .updateTable('planned_lesson')
    .set({ title, on_date, text, version: version + 1, changed_by: who.personId, changed_at: now })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!saved) return false;
  await keepText(tx, { ownerId, id }, saved.version, { title, text }, who.personId, now);
  return true;
}

/** Takes a lesson away or brings it back. False where it was so already. */
export async function setLessonEnded(
  tx: Db,
  ownerId: string,
  { planId, id }: { planId: string; id: string },
  at: Date | null,
): Promise<boolean> {
  const changed = await tx
    .updateTable('planned_lesson')
    .set({ ended_at: at })
    .where('owner_id', '=', ownerId)
    .where('scheme_id', '=', planId)
    .where('id', '=', id)
    .where('ended_at', at === null ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Gives two lessons each other's place. */
export async function swapPlaces(tx: Db, ownerId: string, a: Lesson, b: Lesson): Promise<void> {
  for (const [id, position] of [
    [a.id, b.position],
    [b.id, a.position],
  ] as const)
    await tx
      .updateTable('planned_lesson')
      .set({ position })
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .execute();
}
