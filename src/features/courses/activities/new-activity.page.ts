import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { sectionHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { courseTrail } from '../course-trail.ts';
import { openToLead, type OpenedCourse } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import type { Section } from '../course.ts';
import { selectLoad } from '../due/load.queries.ts';
import { loadView } from '../due/load.view.ts';
import { kindOf, kinds } from '../kinds/kinds.ts';
import { activityFields } from './activity-form.ts';

/** The section in the address. Throws `NotFound`. */
export async function openSection(visit: Visit): Promise<OpenedCourse & { section: Section }> {
  const opened = await openToLead(visit);
  const section = opened.sections.find(({ id }) => id === visit.params.section);
  if (!section) throw new NotFound();
  return { ...opened, section };
}

/** Adds an activity: first its kind, then what that asks. */
export const newActivityPage = page(sectionHref(':course', ':section', 'activities'), {
  purpose: 'learning',
  access: coursePolicy,
  async load(visit) {
    const opened = await openSection(visit);
    const state = visit.formAt(sectionHref(opened.course.id, opened.section.id, 'activities'));
    const chosen = state.values?.kind ?? visit.query.kind ?? '';
    const load = await selectLoad(visit.db, visit.who, opened.course, visit.today);
    return { ...opened, state, load, kind: kindOf(String(chosen)) };
  },
  view: ({ section, state, load, kind, ...opened }, visit) => {
    const { course, leaders, activities } = opened;
    const action = sectionHref(course.id, section.id, 'activities');
    return {
      title: kind
        ? t('Add to “{section}”: {kind}', { section: section.title, kind: kind.title() })
        : t('Add to “{section}”', { section: section.title }),
      audience: courseAudience(visit.who, course, leaders),
      trail: courseTrail(course),
      body: kind
        ? html`${loadView(load)}
          ${form(
            { ...state, action, button: t('Add it'), hidden: { kind: kind.id }, cancel: action },
            activityFields(kind, opened, activities),
          )}`
        : html`<ul class="items">
            ${kinds
              .filter(({ isOffered }) => isOffered)
              .map(
                (each) =>
                  html`<li>
                    <a href="${action}?kind=${each.id}">${icon(each.icon)}${each.title()}</a>
                    <span class="meta">${each.plain()}</span>
                  </li>`,
              )}
          </ul>`,
    };
  },
});
