import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { card, cards } from '#ui/card.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { takenAway } from '#ui/taken-away.ts';
import type { OwnTagSet } from '../tags.ts';
import { selectOwnSets, tagSetsHref } from './tag-set.queries.ts';

/** The sets of tags that the school's staff made for notes on recordings. */
export const tagSetsPage = page('/recordings/tag-sets', {
  purpose: 'learning',
  access: members('staff'),
  load: (visit) => selectOwnSets(visit.db, visit.organisationId),
  view: (sets, visit) => ({
    title: t('Our own tags for notes'),
    audience: allStaff(visit.who),
    trail: [{ label: t('Recordings'), href: '/recordings' }],
    action: { label: t('Make a set of tags'), href: tagSetsHref('new') },
    body: html`<p>
        ${t(
          'A tag names what one sees or hears: “asks a question”, “works alone”. Each set can be chosen for any recording. What a tag says of a lesson is for those who talk about it.',
        )}
      </p>
      ${list(sets.filter(({ endedAt }) => endedAt === null))} ${away(sets)}`,
  }),
});

const list = (sets: readonly OwnTagSet[]): Html =>
  sets.length === 0
    ? empty({
        says: t(
          'Nobody here has made a set of tags yet. The sets that ship can be chosen for any recording.',
        ),
      })
    : cards(
        sets.map(({ id, title, plain, tags, maker }) =>
          card({
            title,
            href: tagSetsHref(`${id}/edit`),
            meta: html`${tn(tags.length, '{n} tag', '{n} tags')}, ${t('made by {name}', { name: maker })}`,
            body: html`${plain && html`<p>${plain}</p>`}
              <p>${formatList(tags.map((tag) => tag.title))}</p>`,
          }),
        ),
      );

const away = (sets: readonly OwnTagSet[]): Html | false => {
  const ended = sets.filter(({ endedAt }) => endedAt !== null);
  return takenAway(
    tn(ended.length, 'One set taken away', '{n} sets taken away'),
    ended.map(({ id, title }) => ({ id, title, restore: tagSetsHref(`${id}/bring-back`) })),
  );
};
