import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Kind } from '#features/coaching/index.ts';
import { role } from '#features/people/index.ts';
import type { Period } from './period.ts';

/** How many pairings of a kind go on; what mentoring is for is never told apart. */
export interface KindCount {
  kind: Kind;
  pairings: number;
}

/** What was held, all kinds together. */
export interface HeldCounts {
  /** Pairings that met in the period. */
  pairings: number;
  times: number;
  protectedTimes: number;
  inside: number;
  outside: number;
  cover: number;
}

/** Numbers for leaders: no row is about a person or a pairing, and nothing else leaves this statement. */
export const selectCounts = composed((who, { from, until, today }: Given<Period & { today: string }>) => {
  const owner = who.organisationId;
  return {
    kinds: list<KindCount>(sql`select p.kind, count(*)::integer as pairings from pairing p
        where p.owner_id = ${owner} and p.agreed_at is not null and p.ended_at is null group by p.kind`),
    held: list<HeldCounts>(sql`select count(distinct m.pairing_id)::integer as pairings, count(*)::integer as times,
          (count(*) filter (where m.protected))::integer as "protectedTimes",
          coalesce(sum(coalesce(m.held_minutes, m.minutes)) filter (where m.in_school_day), 0)::integer as inside,
          coalesce(sum(coalesce(m.held_minutes, m.minutes)) filter (where not m.in_school_day), 0)::integer as outside,
          coalesce(sum(m.cover_minutes), 0)::integer as cover
        from coaching_meeting m
        where m.owner_id = ${owner} and m.held_at is not null and m.on_date between ${from} and ${until}`),
    coordinators: list<{
      name: string;
    }>(sql`select n.name from appointment a join person n on n.id = a.person_id
        join member m on m.owner_id = a.owner_id and m.person_id = a.person_id
        where a.owner_id = ${owner} and m.owner_id = ${owner} and a.role = ${role.coordinator}
          and ${current('a', today)} and ${current('m', today)} order by m.sort_name`),
  };
});
