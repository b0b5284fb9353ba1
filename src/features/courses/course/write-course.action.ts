import { z } from 'zod';
import { daysBetween } from '#platform/calendar/dates.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalId } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { courseHref, coursesPath } from '../addresses.ts';
import { itemOf } from '#platform/access/select-item.ts';
import { coursePolicy } from '../course.policy.ts';
import { selectChoices } from './class-choices.queries.ts';
import { copyContents } from './copy-contents.ts';
import { courseFrom, courseInput } from './course-form.ts';
import { selectCourse } from './course.queries.ts';
import { insertCourse } from './keep-course.queries.ts';
import { newCoursePage } from './new-course.page.ts';

/** Begins a course that its leader alone sees, with the contents of a template where one was chosen. */
export const writeCourse = action(coursesPath, {
  purpose: 'learning',
  access: members('staff'),
  page: newCoursePage,
  input: z.object({ ...courseInput, from: optionalId() }),
  async run(change, { from, ...sent }) {
    const { tx, organisationId: ownerId, who, now, today } = change;
    const { classes } = await selectChoices(tx, who, today);
    const fields = courseFrom(sent, classes);
    const template = from === null ? null : await openTemplate(change, from);
    const id = await insertCourse(tx, { ownerId, authorId: who.personId }, fields, now, from);
    if (template) {
      const { startsOn } = template.course;
      const days =
        startsOn !== null && fields.startsOn !== null ? daysBetween(startsOn, fields.startsOn) : null;
      await copyContents(change, template, id, days);
    }
    await change.record({ kind: 'course.written', itemId: id, body: { title: fields.title, from } });
    return see(courseHref(id), t('It is begun. You alone see it until you open it.'), courseHref(id, 'end'));
  },
});

async function openTemplate({ tx, who, now }: Change, id: string) {
  const { row, course, ...rest } = await selectCourse(tx, who, { id, now, settings: 'all' });
  if (!row || row.endedAt !== null || !course?.isTemplate || !who.may('read', coursePolicy, itemOf(row, who)))
    throw new Refused({ from: t('Choose one from the list.') });
  return { course, ...rest };
}
