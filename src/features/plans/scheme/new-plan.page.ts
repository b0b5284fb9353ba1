import { composed } from '#platform/access/composed.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { newPlanPath, plansPath, templatesPath } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planTrail } from '../plan-trail.ts';
import { templateChoices } from '../templates/choices.ts';
import { templatesList } from '../templates/template.queries.ts';
import { planFields } from './plan-input.ts';

const newPlanDraft = 'plan:new';

const ask = composed((who) => ({ templates: templatesList(who.organisationId) }));

/** Begins a scheme of work. */
export const newPlanPage = page(newPlanPath, {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({
    choices: templateChoices((await ask(visit.db, visit.who, {})).templates),
    draft: await visit.draft(newPlanDraft),
    state: visit.formAt(plansPath),
    // The map and a class lead here with what they know.
    given: {
      subject: visit.query.subject,
      year: visit.query.year,
      starts_on: visit.query.from,
      ends_on: visit.query.until,
    },
  }),
  view: ({ choices, draft, state, given }, visit) => ({
    title: t('Write a scheme of work'),
    audience: planAudience(visit.who),
    trail: planTrail(),
    body: html`${form(
        {
          action: plansPath,
          button: t('Begin it'),
          values: { template: choices[0]?.value, ...given, ...draft, ...state.values },
          errors: state.errors,
          draft: newPlanDraft,
          cancel: plansPath,
        },
        (f) => [
          planFields(f),
          f.radios({
            name: 'template',
            label: t('Headings'),
            hint: t('What is written under them comes next. A heading that you leave empty is not shown.'),
            options: choices.map(({ value, title, plain, parts }) => ({
              value,
              label: title,
              hint: [plain, parts.map((part) => part.title).join(' · ')].filter(Boolean).join(' '),
            })),
          }),
        ],
      )}
      <p class="meta"><a href="${templatesPath}">${t('Headings that your school plans by')}</a></p>`,
  }),
});
