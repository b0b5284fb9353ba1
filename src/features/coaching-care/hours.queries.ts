import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { pairingPolicy, type Kind } from '#features/coaching/index.ts';
import type { Period } from './period.ts';

/** What was held in a period, for one kind of relationship. */
export interface HoursOfKind {
  kind: Kind;
  pairings: number;
  times: number;
  protectedTimes: number;
  /** Minutes of the times, counted once. */
  inside: number;
  outside: number;
  /** Minutes of everybody in them: an hour of two people is two. */
  ofAll: number;
  cover: number;
}

export interface Costs {
  currency: string;
  hourCost: number | null;
  coverCost: number | null;
}

export const selectHours = composed((who, { from, until }: Given<Period>) => {
  const owner = who.organisationId;
  return {
    kinds: list<HoursOfKind>(sql`
      select h.kind, count(distinct h.pairing_id)::integer as pairings, count(*)::integer as times,
        (count(*) filter (where h.protected))::integer as "protectedTimes",
        coalesce(sum(h.minutes) filter (where h.in_school_day), 0)::integer as inside,
        coalesce(sum(h.minutes) filter (where not h.in_school_day), 0)::integer as outside,
        coalesce(sum(h.minutes * h.people), 0)::integer as "ofAll", coalesce(sum(h.cover_minutes), 0)::integer as cover
      from (
        select p.kind, m.pairing_id, m.protected, m.in_school_day, coalesce(m.held_minutes, m.minutes) as minutes,
          m.cover_minutes, (select count(*) from pairing_person x where x.owner_id = ${owner} and x.pairing_id = p.id
            and x.answer = 'yes' and (x.left_at is null or x.left_at >= m.held_at)) as people
        from coaching_meeting m join pairing p on p.owner_id = m.owner_id and p.id = m.pairing_id
        join item i on i.owner_id = p.owner_id and i.id = p.id
        where m.owner_id = ${owner} and p.owner_id = ${owner} and i.owner_id = ${owner}
          and m.held_at is not null and m.on_date between ${from} and ${until}
          and ${who.sees('i', pairingPolicy, 'lookAfter')}) h
      group by h.kind order by array_position(array['mentoring', 'specialist-coaching', 'co-coaching'], h.kind)`),
    costs:
      list<Costs>(sql`select o.currency, g.hour_cost::float8 as "hourCost", g.cover_cost::float8 as "coverCost"
      from organisation o left join coaching_setting g on g.owner_id = o.id and g.owner_id = ${owner}
      where o.id = ${owner}`),
  };
});
