import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { collectedPolicy, itemToBe } from '../planner.policy.ts';
import { sourcesOf } from '../sources.view.ts';
import { asWritten, nothingSaid, saidOrGap } from '../words.view.ts';
import {
  type AgreementFeature,
  type Collected,
  collectionHref,
  type FeatureNote,
  features,
  nameOf,
  noteOf,
} from './collection.ts';
import { collectionAudience, collectionTabs, mayCompare } from './collection.page.ts';
import { mostCompared, selectCollection } from './collection.queries.ts';

/** Feature by feature: how each agreement does it, what is noticed over all, what the school wants in its own form. */
export const featuresPage = page('/school/agreement-collection/features', {
  purpose: 'administration',
  access: collectedPolicy,
  async load(visit) {
    visit.who.must('read', collectedPolicy, itemToBe(collectedPolicy, visit.organisationId));
    return {
      ...(await selectCollection(visit.db, visit.who, { offset: 0, limit: mostCompared })),
      compares: mayCompare(visit),
    };
  },
  view: ({ agreements, notes, compares }, visit) => ({
    title: t('Collected agreements: features'),
    audience: collectionAudience(),
    trail: [{ label: t('School'), href: '/school' }],
    body: html`${collectionTabs('features')}
      <p>
        ${t('What is alike, what differs, and what your form should have. The notes are yours: nothing is worked out from the agreements.')}
      </p>
      ${visit.who.hasAny([role.cpdLeader]) && html`<p><a href="/school/agreement-form">${t('Change the school’s form of the learning agreement')}</a></p>`}
      ${features().map((feature) => oneFeature(feature, { agreements, notes, compares }))}
      ${details(t('Where these questions come from'), sourcesOf(features()))}`,
  }),
});

function oneFeature(
  feature: AgreementFeature,
  { agreements, notes, compares }: { agreements: Collected[]; notes: FeatureNote[]; compares: boolean },
): Html {
  const note = noteOf(notes, feature.id);
  const how = agreements.filter(({ id }) => note?.how[id]);
  return html`<section>
    <h2>${t(feature.title)}</h2>
    <p>${t(feature.asks)}</p>
    ${
      note
        ? html`${definitionList([
              ...how.map((each) => ({ term: nameOf(each), says: asWritten(note.how[each.id]!) })),
              { term: t('Alike and different'), says: saidOrGap(note.noticed) },
              { term: t('What our form should have'), says: saidOrGap(note.wanted) },
            ])}
            <p class="meta">
              ${t('{name}, {day}', { name: note.writtenBy, day: formatDate(note.writtenAt) })}
            </p>`
        : html`<p>${nothingSaid()}</p>`
    }
    ${
      compares &&
      html`<p>
        <a href="${collectionHref(`features/${feature.id}`)}"
          >${t('Write about this')}<span class="hidden">: ${t(feature.title)}</span></a
        >
      </p>`
    }
  </section>`;
}
