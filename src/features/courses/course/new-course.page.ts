import type { AudienceNote } from '#platform/http/content.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { coursesPath, newCoursePath, readyHref } from '../addresses.ts';
import { courseTrail } from '../course-trail.ts';
import { selectChoices } from './class-choices.queries.ts';
import { readyCourses } from '../ready/read-ready.ts';
import { courseFields } from './course-form.ts';

const newDraft = 'course:new';

const draftAudience = (): AudienceNote => ({
  icon: 'private',
  words: t('You alone'),
  why: t('Learners see it once you open it to them.'),
});

/** Begins a course, empty or from one of the school's templates. */
export const newCoursePage = page(newCoursePath, {
  purpose: 'learning',
  access: members('staff'),
  load: async (visit) => ({
    ...(await selectChoices(visit.db, visit.who, visit.today)),
    draft: await visit.draft(newDraft),
    state: visit.formAt(coursesPath),
  }),
  view: ({ classes, templates, draft, state }) => ({
    title: t('Begin a course'),
    audience: draftAudience(),
    trail: courseTrail(),
    body: html`${form(
        {
          action: coursesPath,
          button: t('Begin it'),
          values: { whom: classes.length > 0 ? 'class' : 'all-staff', ...draft, ...state.values },
          errors: state.errors,
          draft: newDraft,
          cancel: coursesPath,
        },
        (f) => [
          courseFields(classes)(f),
          templates.length > 0 &&
            f.select({
              name: 'from',
              label: t('Begin from'),
              options: [
                { value: '', label: t('Nothing: an empty course') },
                ...templates.map(({ id, title, subject }) => ({
                  value: id,
                  label: subject === '' ? title : t('{subject}: {title}', { subject, title }),
                })),
              ],
            }),
        ],
      )}
      <h2>${t('Ready to begin')}</h2>
      <p>
        ${t('Courses for colleagues that come with Staffroom. Look one over first; what you begin is yours to change.')}
      </p>
      ${quietActions(readyCourses().map(({ id, title }) => ({ label: title, href: readyHref(id), icon: 'learning' as const })))}`,
  }),
});
