import { addDays } from '#platform/calendar/dates.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { copyFiles } from '#features/files/index.ts';
import { insertGroups } from '../groups/group.queries.ts';
import { insertActivity } from '../activities/activity.queries.ts';
import { insertSection } from '../sections/section.queries.ts';
import type { OpenedCourse } from './open-course.ts';

/**
 * Copies parts, activities, files and the names of groups of a course into a new one, with their days moved by so many, or without days; what
 * people did, said and answered stays where it was. Answers how a text of the old one reads in the new: with its links
 * and pictures those of the new one.
 */
export async function copyContents(
  change: Change,
  {
    course,
    sections,
    activities,
    groups,
  }: Pick<OpenedCourse, 'course' | 'sections' | 'activities' | 'groups'>,
  courseId: string,
  days: number | null,
): Promise<(text: string) => string> {
  const { tx, organisationId: ownerId, now, who } = change;
  const files = await copyFiles(tx, course.files, { ownerId, id: courseId }, { by: who.personId, now });
  const named = await insertGroups(
    tx,
    ownerId,
    courseId,
    groups.map(({ name }) => name),
    now,
  );
  const made = new Map([
    [course.id, courseId],
    ...files,
    ...groups.map(({ id }, at) => [id, named[at]!] as const),
    ...[...sections, ...activities].map(({ id }) => [id, newId(now)] as const),
  ]);
  const renamed = (text: string): string =>
    text.replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, (id) => made.get(id) ?? id);
  const moved = (day: string | null): string | null =>
    day === null || days === null ? null : addDays(day, days);
  for (const { id, title, about, opensOn } of sections)
    await insertSection(
      change,
      courseId,
      { title, about: renamed(about), opensOn: moved(opensOn) },
      made.get(id),
    );
  for (const { id, sectionId, kind, title, settings, minutes, dueOn, requiresId, groupIds } of activities)
    await insertActivity(
      change,
      { courseId, sectionId: made.get(sectionId)!, kind },
      {
        title,
        settings: JSON.parse(renamed(JSON.stringify(settings))) as unknown,
        minutes,
        dueOn: moved(dueOn),
        requiresId: made.get(requiresId ?? '') ?? null,
        groupIds: groupIds.flatMap((group) => made.get(group) ?? []),
      },
      made.get(id),
    );
  return renamed;
}
