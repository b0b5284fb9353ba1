import { onlyYou } from '#platform/access/audience-words.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { evidenceLabel } from '#ui/label.ts';
import { countedList, pager } from '#ui/list.ts';
import { titleOf, tryOutHref } from './addresses.ts';
import { type OwnTryOut, selectOwnTryOuts } from './my-try-outs.queries.ts';
import { tryOutTabs } from './try-out-tabs.view.ts';

const perPage = 20;
const weeks = 12;

/** One's own try-outs, and in a sentence how often one has tried things lately. */
export const myTryOutsPage = page('/my-learning/try-outs', {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const number = visit.pageNumber;
    const since = addDays(visit.today, -7 * weeks);
    const offset = (number - 1) * perPage;
    return { number, rows: await selectOwnTryOuts(visit.db, visit.who, since, { limit: perPage, offset }) };
  },
  view({ number, rows }, visit) {
    const total = rows[0]?.total ?? 0;
    return {
      title: t('My try-outs'),
      audience: onlyYou(
        t('This list is yours. Each try-out says who else may read it. Nobody counts them but you.'),
      ),
      action: { label: t('Log what I tried'), href: '/my-learning/try-outs/new' },
      body: html`${tryOutTabs('mine')} ${rows[0] && lately(rows[0])}
      ${countedList({
        says: tn(total, '{n} try-out', '{n} try-outs'),
        items: rows.map((row) => entry(row, visit.who.personId)),
        empty: empty({
          says: t(
            'Nothing is logged yet. A few lines after a lesson are enough: what you tried, why, and how pupils responded.',
          ),
        }),
      })}
      ${pager({ page: number, pages: Math.ceil(total / perPage), path: '/my-learning/try-outs' })}`,
    };
  },
});

/** A count for oneself, in prose. It says how often, never how well. */
const lately = ({ lately: n, weeks: inWeeks, sharedLately }: OwnTryOut): Html =>
  html`<p>
    ${
      n === 0
        ? t('You have logged nothing in the last twelve weeks.')
        : html`${tn(n, 'In the last twelve weeks you logged {n} try-out,', 'In the last twelve weeks you logged {n} try-outs,')}
          ${tn(inWeeks, 'in one week;', 'in {n} different weeks;')}
          ${sharedLately === 0 ? t('none is shared.') : tn(sharedLately, '{n} is shared.', '{n} are shared.')}`
    }
    ${evidenceLabel('usage')}
  </p>`;

const entry = (row: OwnTryOut, me: string): Html =>
  html`<a href="${tryOutHref({ ownerId: me, id: row.id })}">${titleOf(row)}</a>
    <span class="meta"
      >${formatDate(row.onDate, 'weekday')}, ${row.pupils}${row.programme && html`; ${row.programme}`};
      ${row.shared ? t('shared') : t('only you')}${
        row.comments > 0 && html`; ${tn(row.comments, '{n} note', '{n} notes')}`
      }</span
    >`;
