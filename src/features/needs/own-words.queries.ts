import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/**
 * What a person said they need most, the latest first. For that person alone: another room may offer it
 * to them to choose from, and shows it to nobody else.
 */
export async function selectOwnNeeds(db: Db, organisationId: string, personId: string): Promise<string[]> {
  const { rows } = await sql<{ topic: string | null; words: string }>`
    select tp.title as topic, n.words from need n
    left join needs_topic tp on tp.owner_id = n.owner_id and tp.id = n.topic_id
    where n.owner_id = ${organisationId} and n.person_id = ${personId} and n.side = 'most' and n.ended_at is null
    order by n.changed_at desc, n.place limit 10`.execute(db);
  return rows.map(({ topic, words }) => [topic, words].filter(Boolean).join(': '));
}
