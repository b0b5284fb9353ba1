import { sql } from 'kysely';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import { visitorHref, visitorsPath } from './visitors.ts';

/** What of visitors stands on Today: those who come to see oneself, and how many come altogether. */
export interface VisitorsToday {
  mine: { id: string; name: string; organisation: string; from: string | null }[];
  all: number;
}

/** A part of Today for staff; for others, and on a day on which nobody comes, a list without a row. */
export const visitorsOnToday = (who: Who, { today }: Given<{ today: string }>): List<VisitorsToday> =>
  list<VisitorsToday>(sql`select count(*)::int as "all",
      coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'organisation', v.organisation,
        'from', to_char(v.from_time, 'HH24:MI')) order by v.from_time nulls last, v.sort_name)
        filter (where v.host_id = ${who.personId} and v.left_at is null), '[]'::json) as mine
    from visitor v
    where v.owner_id = ${who.organisationId} and v.on_date = ${today} and v.ended_at is null
      and ${who.standing.kind === 'staff' ? sql`true` : sql`false`}
    having count(*) > 0`);

export const visitorsTodayView = ([visitors]: readonly VisitorsToday[]): Value =>
  visitors !== undefined &&
  html`<h3>${t('Visitors')}</h3>
    <ul class="items dense">
      ${visitors.mine.map(
        ({ id, name, organisation, from }) =>
          html`<li>
            ${from} <a href="${visitorHref(id)}"><bdi>${name}</bdi></a
            >${organisation !== '' && html` <bdi class="meta">${organisation}</bdi>`}
          </li>`,
      )}
      <li>
        <a href="${visitorsPath}"
          >${tn(visitors.all, '{n} visitor at the school today', '{n} visitors at the school today')}</a
        >
      </li>
    </ul>`;
