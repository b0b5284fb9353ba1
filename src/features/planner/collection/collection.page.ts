import { theseRoles } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { tabs } from '#ui/tabs.ts';
import { collectedPolicy, itemToBe, planners } from '../planner.policy.ts';
import { asWritten } from '../words.view.ts';
import { type Collected, collectionHref, lengthOf, nameOf, partsOfAll } from './collection.ts';
import { perPage, selectCollection } from './collection.queries.ts';

export const collectionAudience = () =>
  theseRoles(
    planners,
    t(
      'Those who lead professional learning, and the mentor co-ordinator. Nothing here says whose agreement it is, unless its words do.',
    ),
  );

export const collectionTabs = (here: 'parts' | 'features'): Html =>
  tabs(t('Ways to compare'), [
    { label: t('Part by part'), href: collectionHref(), current: here === 'parts' },
    { label: t('Feature by feature'), href: collectionHref('features'), current: here === 'features' },
  ]);

/** Whether the person may type agreements in and write down what the school notices. */
export const mayCompare = ({ who, organisationId }: Visit): boolean =>
  who.may('compare', collectedPolicy, itemToBe(collectedPolicy, organisationId));

/** The collection: what agreements of the school say, part by part, beside each other. */
export const collectionPage = page('/school/agreement-collection', {
  purpose: 'administration',
  access: collectedPolicy,
  async load(visit) {
    visit.who.must('read', collectedPolicy, itemToBe(collectedPolicy, visit.organisationId));
    const number = visit.pageNumber;
    const { agreements } = await selectCollection(visit.db, visit.who, {
      offset: (number - 1) * perPage,
      limit: perPage,
    });
    return { agreements, number, all: agreements[0]?.all ?? 0, compares: mayCompare(visit) };
  },
  view: ({ agreements, number, all, compares }, visit) => ({
    title: t('Collected agreements'),
    audience: collectionAudience(),
    trail: [{ label: t('School'), href: '/school' }],
    wide: true,
    ...(compares ? { action: { label: t('Type one in'), href: collectionHref('new') } } : {}),
    body: html`<p>
        ${t('Learning agreements side by side, to see what they have in common, where they differ, and what your own form needs. Partners who observe each other give a copy from the page of their agreement, once all of them have said yes. What two people agreed in mentoring or coaching is not given in this way. An agreement from elsewhere can be typed in.')}
      </p>
      ${visit.who.hasAny([role.cpdLeader]) && html`<p><a href="/school/agreement-form">${t('The school’s form of the learning agreement')}</a></p>`}
      ${collectionTabs('parts')}
      ${countedList({
        says: tn(all, '{n} agreement', '{n} agreements'),
        items: agreements.map(
          (each) =>
            html`<a href="${collectionHref(each.id)}">${nameOf(each)}</a>
              <span class="meta">${cameWords(each)}</span>`,
        ),
        dense: true,
        empty: empty({
          says: t(
            'No agreements yet. Partners who observe each other can give a copy of theirs, and you can type one in.',
          ),
        }),
      })}
      ${partsOfAll(agreements).map((part) => onePart(part, agreements))}
      ${pager({ page: number, pages: Math.ceil(all / perPage), path: collectionHref() })}`,
  }),
});

export const cameWords = ({ came, comesFrom, addedAt }: Collected): string => {
  const day = formatDate(addedAt);
  if (came === 'given') return t('given by its people, {day}', { day });
  return comesFrom
    ? t('typed in, from {where}, {day}', { where: comesFrom, day })
    : t('typed in, {day}', { day });
};

function onePart(part: { id: string; label: string }, agreements: readonly Collected[]): Html {
  const said = agreements.map((agreement) => ({
    agreement,
    text: agreement.parts.find(({ id }) => id === part.id)?.text ?? '',
  }));
  const filled = said.filter(({ text }) => text !== '').length;
  return html`<section>
    <h2>${part.label}</h2>
    ${
      agreements.length > 1 &&
      html`<p>
        ${tn(filled, 'One of {of} says something here.', '{n} of {of} say something here.', { of: agreements.length })}
      </p>`
    }
    ${table({
      caption: part.label,
      captionHidden: true,
      columns: [
        { label: t('Agreement') },
        { label: t('Number of words'), numeric: true },
        { label: t('What it says'), wide: true },
      ],
      rows: said.map(({ agreement, text }) => [
        nameOf(agreement),
        lengthOf(text),
        text ? asWritten(text) : html`<span class="meta">${t('Nothing')}</span>`,
      ]),
      empty: '',
    })}
  </section>`;
}
