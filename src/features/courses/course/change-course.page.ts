import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { courseHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { courseTrail } from '../course-trail.ts';
import { coursePolicy } from '../course.policy.ts';
import { selectChoices } from './class-choices.queries.ts';
import { courseFields, courseValues } from './course-form.ts';
import { type OpenedCourse, openToLead } from './open-course.ts';

/** One's own classes, and the one that the course has already though somebody else teaches it. */
export const classesFor = (
  { course }: Pick<OpenedCourse, 'course'>,
  own: readonly { id: string; name: string }[],
): { id: string; name: string }[] =>
  course.unitId === null || own.some(({ id }) => id === course.unitId)
    ? [...own]
    : [...own, { id: course.unitId, name: course.unit ?? '' }];

/** Changes what a course is about, whom it is for and when. */
export const changeCoursePage = page(courseHref(':course', 'change'), {
  purpose: 'learning',
  access: coursePolicy,
  async load(visit) {
    const opened = await openToLead(visit);
    const { classes } = await selectChoices(visit.db, visit.who, visit.today);
    return { ...opened, classes: classesFor(opened, classes) };
  },
  view: ({ course, leaders, classes }, visit) => {
    const action = courseHref(course.id, 'change');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Change “{title}”', { title: course.title }),
      audience: courseAudience(visit.who, course, leaders),
      trail: courseTrail(course),
      body: form(
        {
          action,
          button: t('Save'),
          values: { ...courseValues(course), ...values },
          errors,
          hidden: { version: course.version },
          cancel: courseHref(course.id),
        },
        courseFields(classes),
      ),
    };
  },
});
