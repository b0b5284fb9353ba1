import { sql } from 'kysely';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { lockCourse } from '../course/keep-course.queries.ts';
import type { Section } from '../course.ts';

export type SectionFields = Pick<Section, 'title' | 'about' | 'opensOn'>;

/** Adds a section at the end of a course. Answers its id. */
export async function insertSection(
  { tx, organisationId, now, who }: Change,
  courseId: string,
  { title, about, opensOn }: SectionFields,
  id = newId(now),
): Promise<string> {
  await lockCourse(tx, organisationId, courseId);
  const { last } = await tx
    .selectFrom('course_section')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('owner_id', '=', organisationId)
    .where('course_id', '=', courseId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('course_section')
    .values({
      owner_id: organisationId,
      id,
      course_id: courseId,
      position: last + 1,
      title,
      about,
      opens_on: opensOn,
      version: 1,
      ended_at: null,
      created_at: now,
    })
    .execute();
  await keepText(tx, { ownerId: organisationId, id }, 1, { title, about }, who.personId, now);
  return id;
}

/** Saves over the version that was shown; false when that is not the one that stands. */
export async function updateSection(
  { tx, organisationId, now, who }: Change,
  { id, version }: Pick<Section, 'id' | 'version'>,
  { title, about, opensOn }: SectionFields,
): Promise<boolean> {
  const saved = await tx
    .updateTable('course_section')
    .set({ title, about, opens_on: opensOn, version: version + 1 })
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!saved) return false;
  await keepText(tx, { ownerId: organisationId, id }, version + 1, { title, about }, who.personId, now);
  return true;
}
