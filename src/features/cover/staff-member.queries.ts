import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';

/** The name of somebody who works at the school, or will; undefined where nobody does under this id. */
export async function selectStaffMember(
  db: Db,
  owner: string,
  personId: string,
  today: string,
): Promise<string | undefined> {
  if (!isId(personId)) return undefined;
  const { rows } = await sql<{ name: string }>`select p.name from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and m.person_id = ${personId} and m.kind = 'staff' and ${notOver('m', today)}`.execute(
    db,
  );
  return rows[0]?.name;
}
