import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { type Texts, textsInWords } from './starting-points-form.ts';

/**
 * What a person wrote in their latest starting points, part by part. For that person alone: another room
 * may offer it to them to choose from, and shows it to nobody else.
 */
export async function selectOwnWords(db: Db, personId: string): Promise<{ label: string; text: string }[]> {
  const { rows } = await sql<{ texts: Texts }>`
    select s.texts from starting_points s join item i on i.owner_id = s.owner_id and i.id = s.id
    where s.owner_id = ${personId} and i.ended_at is null order by s.updated_at desc limit 1`.execute(db);
  return rows[0] ? textsInWords(rows[0].texts).map(({ label, text }) => ({ label, text })) : [];
}
