import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectForm, shownParts } from '#features/agreements/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { collectedPolicy, itemToBe } from '../planner.policy.ts';
import { collectionAudience } from './collection.page.ts';
import { collectionHref } from './collection.ts';
import { fieldOf } from './offer.ts';

const typedDraft = 'collected-agreement:new';
/** Where what fits no part of the school's form is written. */
export const elsePart = 'something-else';

/** Typing in an agreement from elsewhere, under the parts of the school's own form. */
export const newCollectedPage = page('/school/agreement-collection/new', {
  purpose: 'administration',
  access: collectedPolicy,
  async load(visit) {
    visit.who.must('compare', collectedPolicy, itemToBe(collectedPolicy, visit.organisationId));
    const [{ parts }, draft] = await Promise.all([
      selectForm(visit.db, visit.organisationId),
      visit.draft(typedDraft),
    ]);
    return { parts: shownParts(parts), draft, state: visit.formAt(collectionHref()) };
  },
  view: ({ parts, draft, state }) => ({
    title: t('Type an agreement in'),
    audience: collectionAudience(),
    trail: [{ label: t('Collected agreements'), href: collectionHref() }],
    body: html`<p>
        ${t('Put what it says under the parts of your own form, so that the two can be compared. Leave out names of people, classes and schools that are not yours to tell.')}
      </p>
      ${form(
        {
          ...state,
          values: state.values ?? draft ?? {},
          button: t('Put it into the collection'),
          draft: typedDraft,
          cancel: collectionHref(),
        },
        (f) => [
          f.text({ name: 'title', label: t('What to call it'), required: true, maxlength: 120 }),
          f.text({ name: 'comes_from', label: t('Where it comes from'), maxlength: 200 }),
          parts.map((part) => f.textarea({ name: fieldOf(part), label: part.heading, rows: 2 })),
          f.textarea({ name: fieldOf({ id: elsePart }), label: t('Anything else it says'), rows: 2 }),
        ],
      )}`,
  }),
});
