import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { filesInJson, type KeptFile } from '#features/files/index.ts';

/** A page of the bank as another room shows it. */
export interface BankPage {
  id: string;
  title: string;
  text: string;
  files: KeptFile[];
}

/**
 * Pages that stand in the bank, for a room that shows them to those whom a teacher teaches with them; one that was taken
 * out is not among them. Whoever put it there let all staff teach with it; who may see the place where it is shown is for
 * that room to ask.
 */
export async function selectBankPages(
  db: Db,
  ownerId: string,
  ids: readonly string[],
): Promise<Map<string, BankPage>> {
  if (ids.length === 0) return new Map();
  const { rows } =
    await sql<BankPage>`select r.id, r.title, r.text, ${filesInJson('i')} as files from resource r
    join item i on i.owner_id = ${ownerId} and i.id = r.id and i.ended_at is null
    where r.owner_id = ${ownerId} and r.id = any(${ids}::uuid[]) and r.shared_at is not null`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
