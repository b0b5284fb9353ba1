import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { courseHref } from '../addresses.ts';
import { coursePolicy } from '../course.policy.ts';
import { changeCoursePage, classesFor } from './change-course.page.ts';
import { selectChoices } from './class-choices.queries.ts';
import { courseFrom, courseInput } from './course-form.ts';
import { updateCourse } from './keep-course.queries.ts';
import { openToLead } from './open-course.ts';

/** Saves what a course is about; who reaches it follows. Throws `Stale`, carrying both texts. */
export const changeCourse = action(courseHref(':course', 'change'), {
  purpose: 'learning',
  access: coursePolicy,
  page: changeCoursePage,
  input: z.object({ ...courseInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const opened = await openToLead(change);
    const { course } = opened;
    const { classes } = await selectChoices(change.tx, change.who, change.today);
    const fields = courseFrom(sent, classesFor(opened, classes));
    // What people said in it was said to those who were in it then.
    const isForOthers =
      fields.sort !== course.sort || fields.unitId !== course.unitId || (fields.isOpen && !course.isOpen);
    if (course.publishedAt !== null && isForOthers)
      throw new Refused({
        whom: t(
          'People are in it already, and what they said was said to each other. Use it again for others.',
        ),
      });
    if (!(await updateCourse(change, { id: course.id, version: shown }, fields)))
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: course.id },
        {
          version: course.version,
          fields: [
            { name: 'title', label: t('What it is called'), text: course.title },
            { name: 'about', label: t('What it is about'), text: course.about },
          ],
        },
        change.now,
      );
    await change.record({ kind: 'course.changed', itemId: course.id, body: { version: shown + 1 } });
    return see(courseHref(course.id), t('It is saved.'));
  },
});
