import { sql } from 'kysely';
import { list } from '#platform/access/composed.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { homePart } from '../../home-part.ts';
import { wasThereAt } from '../../what-leavers-read.ts';
import { type Support, supportHref } from '../support/support.ts';
import { supportColumns } from '../support/support.queries.ts';
import { supportLine } from '../support/support.view.ts';

/** Other support: in mentoring it has a place of its own; elsewhere it is a quiet way on until something stands there. */
export const supportOnHome = homePart<Support>({
  asks: (who, given) =>
    list<Support>(
      sql`select ${supportColumns} from brokered_support b join person p on p.id = b.offered_by
      where b.owner_id = ${who.organisationId} and b.coaching_id = ${given.id} and b.ended_at is null
        and ${wasThereAt(who, given.id, sql`b.updated_at`)}
      order by b.state <> 'suggested', b.offered_at desc, b.id limit 5`,
      { updatedAt: 'moment', endedAt: 'moment' },
    ),
  draw(rows, { together }) {
    const way = quietActions([{ label: t('Other support'), href: supportHref(together), icon: 'link' }]);
    if (rows.length === 0 && together.kind !== 'mentoring') return way;
    return html`<h2>${t('Other support')}</h2>
      ${
        rows.length === 0
          ? html`<p class="empty">
              ${t('Nothing is suggested yet. A mentor opens ways to what others can give.')}
            </p>`
          : html`<ul>
              ${rows.map((support) => html`<li>${supportLine(support)}</li>`)}
            </ul>`
      }
      ${way}`;
  },
});
