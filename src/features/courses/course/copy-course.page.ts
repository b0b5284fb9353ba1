import { line, optionalDay } from '#platform/http/input.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { courseHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { courseTrail } from '../course-trail.ts';
import { coursePolicy } from '../course.policy.ts';
import { openToLead } from './open-course.ts';

export const copyInput = { title: line('Give it a title.', 160), starts_on: optionalDay() };

/** Uses a course again: another year, another class. */
export const copyCoursePage = page(courseHref(':course', 'copy'), {
  purpose: 'learning',
  access: coursePolicy,
  load: openToLead,
  view: ({ course, leaders }, visit) => {
    const action = courseHref(course.id, 'copy');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Use “{title}” again', { title: course.title }),
      audience: courseAudience(visit.who, course, leaders),
      trail: courseTrail(course),
      body: html`<p>
          ${t('Parts and activities go with it. What people did and said stays where it is.')}
          ${course.startsOn !== null && t('Days move with the first day, which was {day}.', { day: formatDate(course.startsOn, 'long') })}
        </p>
        ${form(
          {
            action,
            button: t('Make the new course'),
            values: { title: course.title, ...values },
            errors,
            cancel: courseHref(course.id),
          },
          (f) => [
            f.text({ name: 'title', label: t('What it is called'), required: true, maxlength: 160 }),
            f.date({ name: 'starts_on', label: t('First day') }),
          ],
        )}`,
    };
  },
});
