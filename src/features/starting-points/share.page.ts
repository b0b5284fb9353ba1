import { audienceNote } from '#platform/access/audience-words.ts';
import { principals } from '#platform/access/items.ts';
import type { Item } from '#platform/access/who.ts';
import { page } from '#platform/http/route.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { grantName } from './grant-name.ts';
import { addressOf, openStartingPoints } from './open-starting-points.ts';
import { partPrincipal, searchReachable, selectShareParts } from './sharing.queries.ts';
import { startingPointsPolicy } from './starting-points.policy.ts';
import { sharedWith } from './starting-points.view.ts';

/** Where an author chooses who may read their starting points. */
export const sharePage = page('/starting-points/:person/:id/share', {
  purpose: 'learning',
  access: startingPointsPolicy,
  async load(visit) {
    const item = await openStartingPoints(visit, 'change');
    const words = (visit.query.q ?? '').trim().slice(0, 100);
    const [parts, found] = await Promise.all([
      selectShareParts(visit.db, visit.who),
      words ? searchReachable(visit.db, visit.who, words, visit.today) : [],
    ]);
    return { item, words, parts, found };
  },
  view: ({ item, words, parts, found }, visit) => ({
    title: t('Who can read it'),
    audience: audienceNote(item, startingPointsPolicy, visit.who),
    trail: [
      { label: t('Where I start from'), href: '/my-learning/starting-points' },
      { label: t('Starting points'), href: addressOf(item) },
    ],
    body: html`<p>
        ${t('You decide. Whoever you choose can read it until you stop sharing, and you see when they open it. It cannot be passed on, and nothing of it reaches appraisal.')}
      </p>
      ${sharedWith(item)}
      ${
        parts.length > 0 &&
        html`<h2>${t('Those who help in your programmes')}</h2>
          ${countedList({
            says: tn(parts.length, '{n} group', '{n} groups'),
            items: parts.map((part) => {
              const principal = partPrincipal(part);
              const name = grantName({ principal, name: part.programme });
              return html`<p>${name}: ${formatList(part.people)}</p>
                ${shareButton(item, principal, name)}`;
            }),
            empty: '',
          })}`
      }
      <h2>${t('One person')}</h2>
      ${form(
        {
          action: `${addressOf(item)}/share`,
          method: 'get',
          quiet: true,
          values: { q: words },
          button: t('Search'),
        },
        (f) =>
          f.search({
            name: 'q',
            label: t('A name'),
            hint: t('Staff of your school, and the specialists and facilitators of your programmes.'),
          }),
      )}
      ${
        words &&
        countedList({
          says: tn(found.length, '{n} person found', '{n} people found'),
          items: found.map(
            (person) =>
              html`${personName({ name: person.name })}
              ${shareButton(item, principals.person(person.personId), person.name)}`,
          ),
          empty: t('Nobody of that name. Try a part of it.'),
        })
      }`,
  }),
});

const shareButton = (item: Item, principal: string, name: string): Html =>
  item.audience.some((grant) => grant.principal === principal)
    ? html`<p class="meta">${t('Shared already')}</p>`
    : form({
        action: `${addressOf(item)}/share`,
        button: t('Share'),
        describe: t('Share with {name}', { name }),
        hidden: { with: principal },
        quiet: true,
        prefix: `f-share-${principal.replaceAll(':', '-')}`,
      });
