import { sql } from 'kysely';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { lockCourse } from '../course/keep-course.queries.ts';
import type { Activity } from '../course.ts';

export type ActivityFields = Pick<
  Activity,
  'title' | 'settings' | 'minutes' | 'dueOn' | 'requiresId' | 'groupIds'
>;

/** What is kept of each version. */
const textsOf = ({ title, settings }: ActivityFields) => ({ title, settings });

const stored = ({ title, settings, minutes, dueOn, requiresId, groupIds }: ActivityFields) => ({
  title,
  settings: JSON.stringify(settings),
  minutes,
  due_on: dueOn,
  requires_id: requiresId,
  group_ids: groupIds,
});

/** Adds an activity at the end of a section. Answers its id. */
export async function insertActivity(
  { tx, organisationId, now, who }: Change,
  { courseId, sectionId, kind }: { courseId: string; sectionId: string; kind: string },
  fields: ActivityFields,
  id = newId(now),
): Promise<string> {
  await lockCourse(tx, organisationId, courseId);
  const { last } = await tx
    .selectFrom('course_activity')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('owner_id', '=', organisationId)
    .where('section_id', '=', sectionId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('course_activity')
    .values({
      owner_id: organisationId,
      id,
      course_id: courseId,
      section_id: sectionId,
      position: last + 1,
      kind,
      ...stored(fields),
      version: 1,
      ended_at: null,
      created_at: now,
    })
    .execute();
  await keepText(tx, { ownerId: organisationId, id }, 1, textsOf(fields), who.personId, now);
  return id;
}

/** Saves over the version that was shown; false when that is not the one that stands. */
export async function updateActivity(
  { tx, organisationId, now, who }: Change,
  { id, version }: Pick<Activity, 'id' | 'version'>,
  fields: ActivityFields,
): Promise<boolean> {
  const saved = await tx
    .updateTable('course_activity')
    .set({ ...stored(fields), version: version + 1 })
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!saved) return false;
  await keepText(tx, { ownerId: organisationId, id }, version + 1, textsOf(fields), who.personId, now);
  return true;
}

type Ordered = 'course_activity' | 'course_section';

/** Takes a section or an activity of a course away, or brings it back. False where it was so already. */
export async function setEnded(
  tx: Db,
  table: Ordered,
  ownerId: string,
  { courseId, id }: { courseId: string; id: string },
  at: Date | null,
): Promise<boolean> {
  const changed = await tx
    .updateTable(table)
    .set({ ended_at: at })
    .where('owner_id', '=', ownerId)
    .where('course_id', '=', courseId)
    .where('id', '=', id)
    .where('ended_at', at === null ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Gives two of them each other's place. */
export async function swapPlaces(
  tx: Db,
  table: Ordered,
  ownerId: string,
  [a, b]: readonly [{ id: string; position: number }, { id: string; position: number }],
): Promise<void> {
  for (const [id, position] of [
    [a.id, b.position],
    [b.id, a.position],
  ] as const)
    await tx
      .updateTable(table)
      .set({ position })
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .execute();
}
