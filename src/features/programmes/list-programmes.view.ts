import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { card } from '#ui/card.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { addressOf, countedList, filters, pager } from '#ui/list.ts';
import { tabs } from '#ui/tabs.ts';
import { programmeHref } from './addresses.ts';
import { type ListedProgramme, perPage, type Show, shows } from './list-programmes.queries.ts';
import { dayWords } from './status.ts';
import { partWords } from './words.ts';

interface ProgrammeList {
  filter: { show: Show; words: string; page: number };
  found: readonly ListedProgramme[];
  today: string;
}

const showNames: Record<Show, () => string> = {
  current: () => t('Published'),
  mine: () => t('Mine'),
  drafts: () => t('Drafts'),
  closed: () => t('Closed'),
};

export const programmeList = ({ filter, found, today }: ProgrammeList): Html => {
  const { show, words, page } = filter;
  const all = found[0]?.all ?? 0;
  return html`${tabs(
    t('Which programmes'),
    shows.map((each) => ({
      label: showNames[each](),
      href: addressOf('/programmes', { show: each, words }),
      current: each === show,
    })),
  )}
  ${filters({ action: '/programmes', values: { words }, keep: { show }, narrowed: words !== '' }, (f) =>
    f.search({ name: 'words', label: t('Words in the title or account') }),
  )}
  ${countedList({
    says: tn(all, 'One programme', '{n} programmes'),
    items: found.map((programme) => programmeCard(programme, today)),
    empty: nothingHere(filter),
  })}
  ${pager({ page, pages: Math.ceil(all / perPage), path: '/programmes', query: { show, words } })}`;
};

const programmeCard = (programme: ListedProgramme, today: string): Html =>
  card({
    title: programme.title,
    href: programmeHref(programme),
    meta: html`${t('{from} to {until}', {
      from: formatDate(programme.starts_on, 'short'),
      until: formatDate(programme.ends_on, 'short'),
    })}
    ${programme.closed_at ? label(t('Closed')) : !programme.published_at && label(t('Draft'))}
    ${programme.my_parts.length > 0 && label(t('You: {parts}', { parts: formatList(programme.my_parts.map(partWords)) }))}`,
    body: html`${programme.summary && html`<p>${programme.summary}</p>`}
    ${
      programme.next_on !== null &&
      !programme.closed_at &&
      html`<p>
        ${t('Next: {title}, {date}', { title: programme.next_title ?? '', date: dayWords(programme.next_on, today) })}
      </p>`
    }`,
  });

function nothingHere({ show, words }: ProgrammeList['filter']): Html {
  if (words !== '')
    return empty({
      says: t('No programme here has these words.'),
      todo: { label: t('Show everything'), href: addressOf('/programmes', { show }) },
    });
  const says: Record<Show, string> = {
    current: t('Nothing is published yet. A programme appears here when it is.'),
    mine: t('You are in no programme yet. Whoever leads one can enrol you.'),
    drafts: t('There is no draft that you may design.'),
    closed: t('No programme has been closed yet.'),
  };
  return empty({ says: says[show] });
}
