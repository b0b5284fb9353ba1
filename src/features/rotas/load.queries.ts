import { sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { WorkingDay } from '#features/people/index.ts';
import { type Day, dutiesSelect, termOf } from './duties.ts';
import { makesRotas } from './rotas.access.ts';

/** Somebody's duties of a term, in minutes; those to come are counted as they stand now. */
export interface Load {
  personId: string;
  name: string;
  minutes: number;
  /** When they work; null where they did not write it down. */
  days: readonly WorkingDay[] | null;
  /** They teach or assist a class, or stand on a rota. */
  isUsual: boolean;
}

/**
 * Everybody on the staff with the minutes of their duties this term, by name: who had them, and not who missed any.
 * Only duties that keep somebody busy count.
 */
const loadsList = (owner: string, day: Day, onlyOf?: string): List<Load> => {
  const term = termOf(owner, day);
  return list<Load>(sql`
    with had as materialized (
      select d.person_id, sum(extract(epoch from d.ends_at::time - d.starts_at::time) / 60)::int as minutes
      from (${dutiesSelect(owner, term)}) d where d.keeps_busy group by d.person_id),
    teaching as materialized (
      select distinct b.person_id from membership b
      join unit u on u.owner_id = ${owner} and u.id = b.unit_id and u.kind in ('class', 'form') and u.ended_at is null
      where b.owner_id = ${owner} and b.part in ('teacher', 'assistant') and ${current('b', day)})
    select m.person_id as "personId", p.name, coalesce(h.minutes, 0) as minutes, w.days,
      h.person_id is not null or c.person_id is not null as "isUsual"
    from member m join person p on p.id = m.person_id
    left join had h on h.person_id = m.person_id left join teaching c on c.person_id = m.person_id
    left join working_pattern w on w.owner_id = ${owner} and w.person_id = m.person_id
    where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', day)}
      ${onlyOf === undefined ? sql`` : sql`and m.person_id = ${onlyOf}`}
    order by m.sort_name, p.id limit 1000`);
};

/** For those who make rotas everybody's; for others their own alone. */
export const selectLoads = composed((who, { today }: Given<{ today: string }>) => ({
  loads: loadsList(who.organisationId, today, makesRotas(who) ? undefined : who.personId),
}));
