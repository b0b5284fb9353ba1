import { addDays } from '#platform/calendar/dates.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { copyFiles } from '#features/files/index.ts';
import type { OpenedCourse } from './open-course.ts';

/**
 * Copies parts, activities and files of a course into a new one, with their days moved by so many, or without days; what people did, said and
 * answered stays where it was.
 */
export async function copyContents(
  { tx, organisationId: owner_id, now, who }: Change,
  { course, sections, activities }: Pick<OpenedCourse, 'course' | 'sections' | 'activities'>,
  courseId: string,
  days: number | null,
): Promise<void> {
  const files = await copyFiles(
    tx,
    course.files,
    { ownerId: owner_id, id: courseId },
    { by: who.personId, now },
  );
  // Settings name files by their ids, in texts too.
  const renamed = (settings: unknown): string =>
    [...files].reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(settings));
  const moved = (day: string | null): string | null =>
    day === null || days === null ? null : addDays(day, days);
  const made = new Map([...sections, ...activities].map(({ id }) => [id, newId(now)]));
  if (sections.length > 0)
    await tx
      .insertInto('course_section')
      .values(
        sections.map(({ id, position, title, about, opensOn }) => ({
          owner_id,
          id: made.get(id)!,
          course_id: courseId,
          position,
          title,
          about,
          opens_on: moved(opensOn),
          version: 1,
          ended_at: null,
          created_at: now,
        })),
      )
      .execute();
  if (activities.length > 0)
    await tx
      .insertInto('course_activity')
      .values(
        activities.map(({ id, sectionId, position, kind, title, settings, minutes, dueOn, requiresId }) => ({
          owner_id,
          id: made.get(id)!,
          course_id: courseId,
          section_id: made.get(sectionId)!,
          position,
          kind,
          title,
          settings: renamed(settings),
          minutes,
          due_on: moved(dueOn),
          requires_id: requiresId === null ? null : (made.get(requiresId) ?? null),
          version: 1,
          ended_at: null,
          created_at: now,
        })),
      )
      .execute();
}
