import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { DemoPerson } from './demo-door.view.ts';

export async function selectHasOrganisation(db: Db): Promise<boolean> {
  return (await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Whoever one may be in the demo: for each role one person who holds it, and one of each kind of member without. */
export async function selectDemoPeople(db: Db): Promise<DemoPerson[]> {
  const { rows } = await sql<DemoPerson>`
    select distinct on (part, organisation) * from (
      select p.id as "personId", p.name, o.name as organisation, m.kind as kind,
        coalesce(a.role, m.kind) as part, coalesce(m.job_title, '') as "jobTitle", p.sort_name
      from organisation o
      join member m on m.owner_id = o.id and m.ended_at is null
      join person p on p.id = m.person_id
      left join appointment a on a.owner_id = o.id and a.person_id = p.id and a.ended_at is null
      where o.ended_at is null
    ) everybody
    order by part, organisation, sort_name`.execute(db);
  return rows;
}

/** The organisation that a person of the demo belongs to. */
export async function selectOrganisationOf(db: Db, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('affiliation')
    .select('organisation_id')
    .where('owner_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.organisation_id;
}
