import type { Db } from '#platform/db/database.ts';
import type { Answers } from './answers.ts';
import type { Programme } from './programme.queries.ts';

/** What the designers of a programme answered, by question. */
export async function selectAnswers(db: Db, programme: Pick<Programme, 'owner_id' | 'id'>): Promise<Answers> {
  const rows = await db
    .selectFrom('programme_answer')
    .select(['question', 'answer'])
    .where('owner_id', '=', programme.owner_id)
    .where('programme_id', '=', programme.id)
    .execute();
  return Object.fromEntries(rows.map(({ question, answer }) => [question, answer]));
}
