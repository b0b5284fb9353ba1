import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';

/**
 * Those who look after each of these pupils: the teachers of their form, or where they are in none, of their class. In a
 * primary that is the class teacher, in a secondary the tutor. Whoever has nobody is not among the keys.
 */
export async function selectLookedAfterBy(
  db: Db,
  owner: string,
  pupilIds: readonly string[],
  today: string,
): Promise<Map<string, string[]>> {
  if (pupilIds.length === 0) return new Map();
  const { rows } = await sql<{ pupilId: string; personIds: string[] }>`
    with theirs as (select s.person_id as pupil_id, u.id, u.kind from membership s
      join unit u on u.owner_id = ${owner} and u.id = s.unit_id and u.ended_at is null
      where s.owner_id = ${owner} and s.person_id = any(${[...pupilIds]}::uuid[]) and s.part = 'pupil'
        and ${current('s', today)})
    select theirs.pupil_id as "pupilId", array_agg(distinct w.person_id order by w.person_id) as "personIds"
    from theirs
    join membership w on w.owner_id = ${owner} and w.unit_id = theirs.id and w.part = 'teacher' and ${current('w', today)}
    where theirs.kind = 'form' or (theirs.kind = 'class'
      and not exists (select 1 from theirs f where f.pupil_id = theirs.pupil_id and f.kind = 'form'))
    group by theirs.pupil_id`.execute(db);
  return new Map(rows.map(({ pupilId, personIds }) => [pupilId, personIds]));
}

/** All who work at the school or did: whoever may have had a notice about a pupil. */
export async function selectStaff(db: Db, owner: string): Promise<string[]> {
  const rows = await db
    .selectFrom('member')
    .select('person_id')
    .where('owner_id', '=', owner)
    .where('kind', '=', 'staff')
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** Today where the school is. */
export const selectZone = async (db: Db, organisationId: string): Promise<string> =>
  (
    await db
      .selectFrom('organisation')
      .select('time_zone')
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow()
  ).time_zone;
