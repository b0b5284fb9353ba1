import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectStaff } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { courseHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { courseTrail } from '../course-trail.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';

/** Who leads a course, and for one of named colleagues who learns in it. */
export const peoplePage = page(courseHref(':course', 'people'), {
  purpose: 'learning',
  access: coursePolicy,
  async load(visit) {
    const opened = await openToLead(visit);
    return { ...opened, staff: await selectStaff(visit.db, visit.who, visit.today) };
  },
  view: ({ course, leaders, learners, staff }, visit) => {
    const action = courseHref(course.id, 'people');
    const { values, errors } = visit.formAt(action);
    const names = new Map([...leaders, ...learners, ...staff].map(({ personId, name }) => [personId, name]));
    const options = [...names]
      .toSorted(([, a], [, b]) => a.localeCompare(b))
      .map(([value, label]) => ({ value, label }));
    return {
      title: t('Who leads it, who learns in it'),
      audience: courseAudience(visit.who, course, leaders),
      trail: courseTrail(course),
      body: html`${course.sort === 'pupils' && html`<p>${t('Its pupils are those of {unit}, day by day.', { unit: course.unit ?? '' })}</p>`}
      ${course.sort === 'staff' && course.isOpen && html`<p>${t('All staff who wish learn in it.')}</p>`}
      ${form(
        {
          action,
          button: t('Save'),
          values: {
            leader: leaders.map(({ personId }) => personId),
            learner: learners.map(({ personId }) => personId),
            ...values,
          },
          errors,
          cancel: courseHref(course.id),
        },
        (f) => [
          f.checkboxes({
            name: 'leader',
            label: t('Lead it'),
            hint: t('They write it, and see by name what came of it.'),
            unmarked: true,
            options,
          }),
          course.sort === 'staff' &&
            !course.isOpen &&
            f.checkboxes({ name: 'learner', label: t('Learn in it'), unmarked: true, options }),
        ],
      )}`,
    };
  },
});
