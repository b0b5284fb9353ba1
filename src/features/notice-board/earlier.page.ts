import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { label } from '#ui/label.ts';
import { earlierPath } from './addresses.ts';
import { type EarlierFilter, type EarlierNotice, selectEarlier, whoses } from './earlier.queries.ts';
import { noticeTrail } from './new-notice.page.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { shortLine } from './notice-line.view.ts';
import { sorts } from './posted-notice.ts';

/** Everything that was ever put up for somebody, to be found again by words, author and sort. */
export const earlierPage = page(earlierPath, {
  purpose: 'administration',
  access: postedNoticePolicy,
  async load(visit) {
    const { query, who, today, pageNumber } = visit;
    const filter: EarlierFilter = {
      words: query.words?.trim().slice(0, 100) || undefined,
      by: query.by?.trim().slice(0, 100) || undefined,
      sort: sorts.find((each) => each === query.sort),
      whose: whoses.find((each) => each === query.whose),
    };
    return {
      ...(await selectEarlier(visit.db, who, filter, { today, page: pageNumber })),
      filter,
      pageNumber,
    };
  },
  view({ notices, more, filter, pageNumber }, { who }) {
    const narrowed = Object.values(filter).some((each) => each !== undefined);
    return {
      title: t('Earlier notices'),
      audience: onlyYou(t('This list is put together for you. Each notice says for whom it was put up.')),
      trail: noticeTrail(),
      body: html`${(notices.length > 0 || narrowed || pageNumber > 1) && narrowing(filter, narrowed, who)}
      ${countedList({
        says: tn(notices.length, '{n} notice on this page', '{n} notices on this page'),
        items: notices.map(line),
        empty: empty({
          says: narrowed
            ? t('None is like that.')
            : t('Nothing was put up for you yet. Everything that is stays here, when it is over too.'),
        }),
      })}
      ${pager({ page: pageNumber, pages: 0, more, path: earlierPath, query: { ...filter } })}`,
    };
  },
});

const line = (each: EarlierNotice): Html =>
  html`${shortLine(each)}${each.sort === 'bulletin' && html` ${label(t('Bulletin'))}`}`;

const narrowing = (
  filter: EarlierFilter,
  narrowed: boolean,
  who: { standing: { kind: string | null }; has(role: 'head'): boolean },
): Html =>
  filters({ action: earlierPath, values: { ...filter }, narrowed }, (f) => [
    f.search({ name: 'words', label: t('Words in it') }),
    f.search({ name: 'by', label: t('From whom') }),
    f.select({
      name: 'sort',
      label: t('What'),
      all: t('Notices and bulletins'),
      options: [
        { value: 'notice', label: t('Notices') },
        { value: 'bulletin', label: t('Bulletins') },
      ],
    }),
    who.standing.kind === 'staff' &&
      f.select({
        name: 'whose',
        label: t('Whose'),
        all: t('Put up for me'),
        options: [
          { value: 'mine', label: t('Put up by me') },
          ...(who.has('head') ? [{ value: 'school', label: t('All that was put up') }] : []),
        ],
      }),
  ]);
