import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { sharedWithMe } from './shared-try-outs.ts';
import { tryOutTabs } from './try-out-tabs.view.ts';

const perPage = 20;

/** What partners and others in one's programmes shared. */
export const sharedTryOutsPage = page('/my-learning/try-outs/shared', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load(visit) {
    const number = visit.pageNumber;
    return {
      number,
      rows: await sharedWithMe(visit.db, visit.who, { limit: perPage, offset: (number - 1) * perPage }),
    };
  },
  view({ number, rows }, visit) {
    const total = rows[0]?.total ?? 0;
    return {
      title: t('Try-outs shared with me'),
      audience: onlyYou(t('This list is yours. Others see what was shared with them.')),
      body: html`${visit.who.standing.kind === 'staff' && tryOutTabs('shared')}
      ${countedList({
        says: tn(total, '{n} try-out', '{n} try-outs'),
        items: rows.map(
          (row) =>
            html`<a href="${row.href}">${row.title}</a>
              <span class="meta"
                >${personName({ name: row.author })}, ${formatDate(row.onDate, 'weekday')},
                ${row.pupils}</span
              >`,
        ),
        empty: empty({
          says: t(
            'Nobody has shared a try-out with you yet. What partners and others in your programmes share appears here.',
          ),
        }),
      })}
      ${pager({ page: number, pages: Math.ceil(total / perPage), path: '/my-learning/try-outs/shared' })}`,
    };
  },
});
