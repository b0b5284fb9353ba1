import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { takenUpSelect } from './taken-up.ts';

/** When people have a lesson, cover a class or are away, on these days: what makes a cover impossible. */
export interface Taken {
  personId: string;
  on: string;
  startsAt: string;
  endsAt: string;
  why: 'lesson' | 'cover' | 'away';
  /** Of a cover: which class it is, whose, and who arranged it. */
  unit: string | null;
  forPerson: string | null;
  arrangedBy: string | null;
}

/** What makes it impossible that these people take a class on these days, the covers with who arranged them. */
export async function selectTaken(
  db: Db,
  owner: string,
  personIds: readonly string[],
  days: readonly string[],
): Promise<Taken[]> {
  const sorted = days.toSorted();
  if (personIds.length === 0 || sorted.length === 0) return [];
  const { rows } = await sql<Taken>`
    select e.person_id as "personId", e.on_date as "on", e.starts_at as "startsAt",
      to_char(e.starts_at::time + make_interval(mins => e.minutes), 'HH24:MI') as "endsAt", e.why,
      u.name as unit, c.person_id as "forPerson", y.name as "arrangedBy"
    from (${takenUpSelect(owner, sql`(select unnest(${[...new Set(personIds)]}::uuid[]))`, { from: sorted[0]!, until: sorted.at(-1)! })}) e
    left join cover c on c.owner_id = ${owner} and c.id = e.id and e.why = 'cover'
    left join unit u on u.owner_id = ${owner} and u.id = c.unit_id
    left join person y on y.id = c.arranged_by
    order by e.on_date, e.starts_at`.execute(db);
  return rows;
}
