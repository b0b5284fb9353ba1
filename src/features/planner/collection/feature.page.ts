import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { collectedPolicy, itemToBe } from '../planner.policy.ts';
import { collectionHref, features, nameOf, noteOf } from './collection.ts';
import { collectionAudience } from './collection.page.ts';
import { mostCompared, selectCollection } from './collection.queries.ts';
import { partList } from './offer.view.ts';

const featureDraft = ({ id }: { id: string }): string => `agreement-feature:${id}`;
export const howField = ({ id }: { id: string }): string => `how-${id}`;

/** The feature that the address names, with what stands of it. Throws `NotFound` when there is none of that name. */
export async function openFeature(visit: Visit) {
  visit.who.must('compare', collectedPolicy, itemToBe(collectedPolicy, visit.organisationId));
  const feature = features().find(({ id }) => id === visit.params.feature);
  if (!feature) throw new NotFound();
  const { agreements, notes } = await selectCollection(visit.db, visit.who, {
    offset: 0,
    limit: mostCompared,
  });
  return { feature, agreements, note: noteOf(notes, feature.id) };
}

/** Writing how each agreement does one thing, what is noticed, and what the school wants of it. */
export const featurePage = page('/school/agreement-collection/features/:feature', {
  purpose: 'administration',
  access: collectedPolicy,
  async load(visit) {
    const opened = await openFeature(visit);
    return {
      ...opened,
      draft: await visit.draft(featureDraft(opened.feature)),
      state: visit.formAt(collectionHref(`features/${opened.feature.id}`)),
    };
  },
  view: ({ feature, agreements, note, draft, state }) => ({
    title: t(feature.title),
    audience: collectionAudience(),
    trail: [{ label: t('Feature by feature'), href: collectionHref('features') }],
    body: html`<p>${t(feature.asks)}</p>
      ${agreements.map((each) => details(nameOf(each), partList(each.parts)))}
      ${form(
        {
          ...state,
          values: state.values ??
            draft ?? {
              noticed: note?.noticed,
              wanted: note?.wanted,
              ...Object.fromEntries(agreements.map((each) => [howField(each), note?.how[each.id] ?? ''])),
            },
          button: t('Save what we noticed'),
          hidden: { version: note?.version ?? 0 },
          draft: featureDraft(feature),
          cancel: collectionHref('features'),
        },
        (f) => [
          agreements.length > 0 &&
            f.group(
              t('How each one does it'),
              agreements.map((each) => f.text({ name: howField(each), label: nameOf(each), maxlength: 300 })),
            ),
          f.textarea({ name: 'noticed', label: t('What is alike, and what differs?') }),
          f.textarea({ name: 'wanted', label: t('What should our form have?') }),
        ],
      )}`,
  }),
});
