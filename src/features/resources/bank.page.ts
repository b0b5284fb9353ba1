import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { tabs } from '#ui/tabs.ts';
import { newResourcePath, resourceHref, resourcesPath } from './addresses.ts';
import { type BankFilter, selectBank } from './bank.queries.ts';
import type { ListedResource } from './resource.ts';

/** What teachers of the school teach with: the bank, and one's own. */
export const bankPage = page(resourcesPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const filter: BankFilter = {
      words: (visit.query.words ?? '').trim().slice(0, 100),
      subject: (visit.query.subject ?? '').slice(0, 80),
      mine: visit.query.whose === 'mine',
    };
    return {
      ...(await selectBank(visit.db, visit.who, filter, visit.pageNumber)),
      filter,
      pageNumber: visit.pageNumber,
    };
  },
  view({ resources, more, subjects, filter, pageNumber }, visit) {
    const narrowed = filter.words !== '' || filter.subject !== '';
    const query = { words: filter.words, subject: filter.subject, whose: filter.mine ? 'mine' : undefined };
    return {
      title: t('Resources'),
      audience: allStaff(
        visit.who,
        t('What is in the bank is for all staff. What is not yet in it, its author alone sees.'),
      ),
      action: { label: t('Write a page'), href: newResourcePath },
      trail: [{ label: t('Teaching'), href: '/teaching' }],
      body: html`${tabs(t('Whose'), [
        { label: t('The bank'), href: resourcesPath, current: !filter.mine },
        { label: t('My own'), href: `${resourcesPath}?whose=mine`, current: filter.mine },
      ])}
      ${
        (resources.length > 0 || narrowed) &&
        filters(
          {
            action: resourcesPath,
            values: { words: filter.words, subject: filter.subject },
            keep: filter.mine ? { whose: 'mine' } : {},
            narrowed,
            button: t('Find'),
          },
          (f) => [
            f.search({ name: 'words', label: t('Words') }),
            subjects.length > 0 &&
              f.select({
                name: 'subject',
                label: t('Subject'),
                all: t('All subjects'),
                options: subjects.map((value) => ({ value, label: value })),
              }),
          ],
        )
      }
      ${countedList({
        says: tn(resources.length, '{n} resource on this page', '{n} resources on this page'),
        items: resources.map((each) => line(each, filter.mine)),
        empty: empty({
          says: narrowed
            ? t('Nothing is found. Try fewer words; a slip of the finger in a title does not matter.')
            : filter.mine
              ? t('You have written nothing here yet. A page is yours alone until you put it into the bank.')
              : t('Nothing is in the bank yet. Write a page, and put it there when colleagues may have it.'),
        }),
      })}
      ${pager({ page: pageNumber, pages: 0, more, path: resourcesPath, query })}`,
    };
  },
});

const line = (
  { id, title, summary, subject, yearLabel, author, changedAt, sharedAt }: ListedResource,
  mine: boolean,
): Html =>
  html`<a href="${resourceHref(id)}"><bdi>${title}</bdi></a>
    ${mine && sharedAt === null && label(t('Not in the bank'))}
    <span class="meta"
      ><bdi>${[subject, yearLabel].filter(Boolean).join(', ')}</bdi
      >${(subject !== '' || yearLabel !== null) && '; '}<bdi>${author}</bdi>,
      ${formatDate(changedAt, 'short')}</span
    >${summary !== '' && html`<br /><bdi>${summary}</bdi>`}`;
