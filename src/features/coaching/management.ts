import { type Expression, type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';

/** One of these manages another. */
export interface Manages {
  managerId: string;
  manager: string;
  personId: string;
  person: string;
}

/** Who manages whom among the people of pairing `p`, today, as a select of `Manages`. */
export const managementIn = (
  ownerId: string,
  coachingId: Expression<unknown>,
  today: string | Expression<unknown>,
): RawBuilder<Manages> => sql<Manages>`
  select l.manager_id as "managerId", a.name as manager, l.person_id as "personId", b.name as person
  from pairing p
  join pairing_person x on x.owner_id = p.owner_id and x.pairing_id = p.id
  join pairing_person y on y.owner_id = p.owner_id and y.pairing_id = p.id
  join line_management l on l.owner_id = p.owner_id and l.manager_id = x.person_id and l.person_id = y.person_id
  join person a on a.id = l.manager_id join person b on b.id = l.person_id
  where p.owner_id = ${ownerId} and x.owner_id = ${ownerId} and y.owner_id = ${ownerId} and l.owner_id = ${ownerId}
    and p.circle_id = ${coachingId} and x.left_at is null and y.left_at is null
    and x.answer is distinct from 'no' and y.answer is distinct from 'no' and ${current('l', today)}`;

/**
 * Whether pairing `p` has closed to the one of its people under `x`: they have become the line manager of another of
 * them, and nobody agreed to that.
 */
export const isClosedTo = (
  ownerId: string,
  today: string,
): RawBuilder<boolean> => sql<boolean>`(not p.with_manager
  and exists (select 1 from pairing_person y
    join line_management l on l.owner_id = y.owner_id and l.person_id = y.person_id
    where y.owner_id = ${ownerId} and l.owner_id = ${ownerId} and y.pairing_id = p.id and l.manager_id = x.person_id
      and y.left_at is null and y.answer is distinct from 'no' and ${current('l', today)}))`;

/** Who manages whom among these people, today. One statement. */
export async function selectManagement(
  db: Db,
  ownerId: string,
  personIds: readonly string[],
  today: string,
): Promise<Manages[]> {
  const { rows } = await sql<Manages>`
    select l.manager_id as "managerId", a.name as manager, l.person_id as "personId", b.name as person
    from line_management l join person a on a.id = l.manager_id join person b on b.id = l.person_id
    where l.owner_id = ${ownerId} and l.manager_id = any(${personIds}::uuid[])
      and l.person_id = any(${personIds}::uuid[]) and ${current('l', today)}`.execute(db);
  return rows;
}
