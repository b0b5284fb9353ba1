import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { courseHref, groupHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { courseTrail } from '../course-trail.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import type { CoursePerson } from '../course.ts';
import { selectLearners } from '../progress/progress.queries.ts';
import { type CourseGroup, groupOf } from './group.ts';

/** The groups of a course: made, filled by hand or by lot, renamed, ended. */
export const groupsPage = page(courseHref(':course', 'groups'), {
  purpose: 'learning',
  access: coursePolicy,
  async load(visit) {
    const opened = await openToLead(visit);
    return { ...opened, present: await selectLearners(visit.db, visit.who, opened.course, visit.today) };
  },
  view: ({ course, leaders, groups, present }, visit) => {
    const state = visit.formAt(courseHref(course.id, 'groups'));
    return {
      title: t('Groups of “{title}”', { title: course.title }),
      audience: courseAudience(visit.who, course, leaders),
      trail: courseTrail(course),
      body: html`<p>
          ${t('An activity can be for one group or several. Learners know their own group and who is in it; those who lead know all.')}
        </p>
        ${groups.length > 0 && (present.length > 0 ? whoIsWhere(course.id, groups, present, visit) : html`<p class="empty">${t('Nobody learns in it yet.')}</p>`)}
        <h2>${t('Make a group')}</h2>
        ${form(
          {
            action: courseHref(course.id, 'groups'),
            button: t('Make it'),
            values: { ...state.values },
            errors: state.errors,
            quiet: true,
          },
          (f) => f.text({ name: 'name', label: t('What it is called'), required: true, maxlength: 60 }),
        )}
        ${groups.map((group) => keep(course.id, group, visit))}`,
    };
  },
});

function whoIsWhere(
  courseId: string,
  groups: readonly CourseGroup[],
  present: readonly CoursePerson[],
  visit: Visit,
): Html {
  const action = courseHref(courseId, 'group-members');
  const { values, errors } = visit.formAt(action);
  const stands = Object.fromEntries(
    present.map(({ personId }) => [`in-${personId}`, groupOf(groups, personId) ?? '']),
  );
  const without = present.filter(({ personId }) => groupOf(groups, personId) === null);
  return html`<h2>${t('Who is in which')}</h2>
    ${
      without.length > 0 &&
      form({
        action: courseHref(courseId, 'deal'),
        button: tn(without.length, 'Deal the one without a group', 'Deal the {n} without a group evenly'),
        quiet: true,
        prefix: 'deal',
      })
    }
    ${form(
      { action, button: t('Save'), values: { ...stands, ...values }, errors, cancel: courseHref(courseId) },
      (f) =>
        present.map(({ personId, name }) =>
          f.select({
            name: `in-${personId}`,
            label: name,
            unmarked: true,
            options: [
              { value: '', label: t('In no group') },
              ...groups.map((group) => ({ value: group.id, label: group.name })),
            ],
          }),
        ),
    )}`;
}

function keep(courseId: string, { id, name, members }: CourseGroup, visit: Visit): Html {
  const action = groupHref(courseId, id);
  const { values, errors } = visit.formAt(action);
  return details(
    t('{name}: {who}', { name, who: tn(members.length, '{n} learner', '{n} learners') }),
    html`${form(
      {
        action,
        button: t('Rename it'),
        describe: name,
        values: { name, ...values },
        errors,
        quiet: true,
        prefix: `name-${id}`,
      },
      (f) => f.text({ name: 'name', label: t('What it is called'), required: true, maxlength: 60 }),
    )}
    ${form({ action: groupHref(courseId, id, 'end'), button: t('End this group'), describe: name, quiet: true, prefix: `end-${id}` })}`,
    errors !== undefined,
  );
}
