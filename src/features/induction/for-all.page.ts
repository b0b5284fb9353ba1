import { allStaff } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { selectForAll } from './for-all.queries.ts';
import { principleOf } from './open-plan.ts';
import { inductionLeads } from './plan.policy.ts';
import { aboutPrinciple } from './plan.view.ts';

const forAllHref = (principle: string): string => `/induction/school/${principle}`;

/** What the school does about one principle for everybody who is new: written once, shown in every plan. */
export const forAllPage = page('/induction/school/:principle', {
  purpose: 'induction',
  access: roles(...inductionLeads),
  async load(visit) {
    const principle = principleOf(visit);
    return {
      principle,
      draft: await visit.draft(`induction-for-all:${principle.id}`),
      stored: await selectForAll(visit.db, visit.organisationId, principle.id),
    };
  },
  view({ principle, draft, stored }, visit) {
    const action = forAllHref(principle.id);
    const { values, errors } = visit.formAt(action);
    return {
      title: principle.title,
      audience: {
        ...allStaff(visit.who),
        words: t('Those who lead induction, and whoever reads a plan'),
        why: t('What you write here stands in every plan of the school.'),
      },
      trail: [
        { label: t('Induction'), href: '/induction' },
        { label: t('What the school does for everybody new'), href: '/induction/school' },
      ],
      body: html`${aboutPrinciple(principle)}
      ${form(
        {
          action,
          button: t('Save'),
          values: { words: stored?.words, ...draft, ...values },
          errors,
          draft: `induction-for-all:${principle.id}`,
          hidden: { version: stored?.version ?? 0 },
          cancel: '/induction/school',
        },
        (f) =>
          f.textarea({
            name: 'words',
            label: t('What the school does for everybody new'),
            hint: t('Leave it empty to take it out of the plans.'),
            rows: 4,
          }),
      )}`,
    };
  },
});
