import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/**
 * The text of a page that stands in the bank, for a room that shows it to those whom a teacher teaches with it; undefined
 * once it was taken out. Whoever put it there let all staff teach with it; who may see the place where it is shown is for
 * that room to ask.
 */
export async function selectBankText(
  db: Db,
  ownerId: string,
  id: string,
): Promise<{ title: string; text: string } | undefined> {
  const { rows } = await sql<{ title: string; text: string }>`select r.title, r.text from resource r
    join item i on i.owner_id = ${ownerId} and i.id = r.id and i.ended_at is null
    where r.owner_id = ${ownerId} and r.id = ${id} and r.shared_at is not null`.execute(db);
  return rows[0];
}
