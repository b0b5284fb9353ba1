import { z } from 'zod';
import { addDays, daysBetween } from '#platform/calendar/dates.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { courseHref } from '../addresses.ts';
import { coursePolicy } from '../course.policy.ts';
import { copyContents } from './copy-contents.ts';
import { copyCoursePage, copyInput } from './copy-course.page.ts';
import { insertCourse, setCourse } from './keep-course.queries.ts';
import { openToLead } from './open-course.ts';

/** Makes a course of one's own out of another, with its days moved. Both say so. */
export const copyCourse = action(courseHref(':course', 'copy'), {
  purpose: 'learning',
  access: coursePolicy,
  page: copyCoursePage,
  input: z.object(copyInput),
  async run(change, { title, starts_on: startsOn }) {
    const opened = await openToLead(change, 'all');
    const { course } = opened;
    const days =
      course.startsOn !== null && startsOn !== null ? daysBetween(course.startsOn, startsOn) : null;
    const { tx, organisationId: ownerId, who, now } = change;
    const endsOn = course.endsOn === null || startsOn === null ? null : addDays(course.endsOn, days ?? 0);
    const fields = { ...course, title, startsOn, endsOn };
    const id = await insertCourse(tx, { ownerId, authorId: who.personId }, fields, now, course.id);
    const renamed = await copyContents(change, opened, id, days);
    await setCourse(tx, ownerId, id, { about: renamed(course.about) }, now);
    await change.record({ kind: 'course.copied', itemId: id, body: { from: course.id } });
    return see(courseHref(id), t('The new course is yours alone until you open it.'), courseHref(id, 'end'));
  },
});
