import { allStaff } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { tabs } from '#ui/tabs.ts';
import { bankHref, newResourcePath, resourceHref, resourcesPath } from './addresses.ts';
import { type BankFilter, selectBank } from './bank.queries.ts';
import { markOptions } from './marks/marks.ts';
import type { ListedResource } from './resource.ts';

type Whose = BankFilter['whose'];

function filterOf({ query }: Visit): BankFilter {
  const asked = (name: string, max: number): string => (query[name] ?? '').trim().slice(0, max);
  return {
    words: asked('words', 100),
    subject: asked('subject', 80),
    year: asked('year', 20),
    knowledge: asked('knowledge', 60),
    need: asked('need', 60),
    point: asked('point', 36),
    whose: query.whose === 'mine' || query.whose === 'old' ? query.whose : 'bank',
  };
}

/** What teachers of the school teach with: the bank, and one's own. */
export const bankPage = page(resourcesPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const filter = filterOf(visit);
    const { pageNumber, today } = visit;
    const { point, ...found } = await selectBank(visit.db, visit.who, filter, { page: pageNumber, today });
    return { ...found, pointWords: point, filter, pageNumber };
  },
  view({ resources, more, subjects, years, pointWords, filter, pageNumber }, visit) {
    const { whose, ...narrow } = filter;
    const narrowed = Object.values(narrow).some((value) => value !== '');
    const keep = { whose: whose === 'bank' ? undefined : whose, point: filter.point || undefined };
    return {
      title: t('Resources'),
      audience: allStaff(
        visit.who,
        t('What is in the bank is for all staff. What is not yet in it, its author alone sees.'),
      ),
      action: { label: t('Write a page'), href: newResourcePath },
      trail: [{ label: t('Teaching'), href: '/teaching' }],
      body: html`${tabs(t('Whose'), [
        tab('bank', t('The bank'), whose),
        tab('mine', t('My own'), whose),
        tab('old', t('May be out of date'), whose),
      ])}
      ${pointWords !== undefined && html`<p>${t('For this point of the curriculum: {words}', { words: pointWords })}</p>`}
      ${
        (resources.length > 0 || narrowed) &&
        filters({ action: resourcesPath, values: { ...narrow }, keep, narrowed, button: t('Find') }, (f) => [
          f.search({ name: 'words', label: t('Words') }),
          subjects.length > 0 &&
            f.select({ name: 'subject', label: t('Subject'), all: t('All subjects'), options: subjects }),
          years.length > 0 &&
            f.select({ name: 'year', label: t('Year'), all: t('All years'), options: years }),
          f.select({
            name: 'knowledge',
            label: t('Mostly about'),
            all: t('Anything'),
            options: markOptions('knowledge').map(({ value, label: words }) => ({ value, label: words })),
          }),
          f.select({
            name: 'need',
            label: t('Made for learners'),
            all: t('For anybody'),
            options: markOptions('needs').map(({ value, label: words }) => ({ value, label: words })),
          }),
        ])
      }
      ${countedList({
        says: tn(resources.length, '{n} resource on this page', '{n} resources on this page'),
        items: resources.map((each) => line(each, whose)),
        empty: empty({ says: narrowed ? nothingFound() : nothingThere[whose]() }),
      })}
      ${pager({ page: pageNumber, pages: 0, more, path: resourcesPath, query: { ...narrow, ...keep } })}`,
    };
  },
});

const tab = (of: Whose, words: string, whose: Whose) => ({
  label: words,
  href: bankHref({ whose: of === 'bank' ? undefined : of }),
  current: of === whose,
});

const nothingFound = (): string =>
  t('Nothing is found. Try fewer words; a slip of the finger in a title does not matter.');

const nothingThere: Record<Whose, () => string> = {
  bank: () => t('Nothing is in the bank yet. Write a page, and put it there when colleagues may have it.'),
  mine: () => t('You have written nothing here yet. A page is yours alone until you put it into the bank.'),
  old: () => t('Nothing in the bank waits to be looked at again.'),
};

const line = (
  { id, title, summary, subject, yearLabel, author, changedAt, sharedAt, mayBeOld }: ListedResource,
  whose: Whose,
): Html =>
  html`<a href="${resourceHref(id)}"><bdi>${title}</bdi></a>
    ${whose === 'mine' && sharedAt === null && label(t('Not in the bank'))}
    ${whose === 'bank' && mayBeOld && label(t('May be out of date'))}
    <span class="meta"
      ><bdi>${[subject, yearLabel].filter(Boolean).join(', ')}</bdi
      >${(subject !== '' || yearLabel !== null) && '; '}<bdi>${author}</bdi>,
      ${formatDate(changedAt, 'short')}</span
    >${summary !== '' && html`<br /><bdi>${summary}</bdi>`}`;
