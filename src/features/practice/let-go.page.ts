import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { myPractice } from './addresses.ts';
import { practiceEntry } from './my-practice.page.ts';
import { selectOwn } from './my-practice.queries.ts';
import { practiceTabs } from './practice-tabs.view.ts';

const perPage = 30;
const path = `${myPractice}/let-go`;

/** What one let go, which can be taken back. */
export const letGoPage = page(path, {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const number = visit.pageNumber;
    const at = { limit: perPage, offset: (number - 1) * perPage };
    return { number, ...(await selectOwn(visit.db, visit.who, 'let-go', visit.today, at)) };
  },
  view: ({ number, rows, total }, visit) => ({
    title: t('Let go'),
    audience: onlyYou(t('Nobody but you can open what you let go.')),
    trail: [{ label: t('My practice'), href: myPractice }],
    body: html`${practiceTabs('let-go')}
    ${countedList({
      says: tn(total, '{n} practice', '{n} practices'),
      items: rows.map((row) => practiceEntry(row, visit)),
      empty: empty({ says: t('You have let nothing go.') }),
    })}
    ${pager({ page: number, pages: Math.ceil(total / perPage), path })}`,
  }),
});
