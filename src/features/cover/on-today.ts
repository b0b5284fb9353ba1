import { sql } from 'kysely';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { keepsCover } from './cover.access.ts';
import { gapsSelect } from './gaps.ts';

/**
 * What of cover stands on Today: who is away; for those who keep cover, how much is open. What one takes oneself stands
 * among the day's entries, and waits until it is answered.
 */
export interface CoverToday {
  away: string[];
  /** Null for who does not keep cover. */
  open: number | null;
}

/** A part of Today for staff; for others a list without a row. */
export const coverOnToday = (who: Who, { today }: Given<{ today: string }>): List<CoverToday> => {
  const owner = who.organisationId;
  if (who.standing.kind !== 'staff') return { select: sql`select 1 as n where false`, moments: [] };
  const open = keepsCover(who)
    ? sql`(select count(*)::int from (${gapsSelect(owner, { from: today, until: today })}) g
        where not exists (select 1 from cover c where c.owner_id = ${owner} and c.person_id = g.person_id
          and c.on_date = g.on_date and c.unit_id = g.unit_id and c.starts_at = g.starts_at::time
          and c.ended_at is null))`
    : sql`null::int`;
  return list<CoverToday>(sql`
    select array(select p.name from staff_absence a join person p on p.id = a.person_id
        where a.owner_id = ${owner} and a.ended_at is null and ${today} between a.from_on and a.until_on
        order by p.sort_name, p.id) as away,
      ${open} as open`);
};
