import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { draftColumn, type DraftFields, type Writer } from '#platform/drafts/drafts.ts';
import type { Answers } from './answers.ts';
import type { Programme } from './programme.queries.ts';

/** What the designers of a programme answered, by question, and what this person was writing under `key`. */
export async function selectAnswers(
  db: Db,
  programme: Pick<Programme, 'owner_id' | 'id'>,
  draft: { writer: Writer; key: string },
): Promise<{ answers: Answers; draft: DraftFields | null }> {
  const { rows } = await sql<{ answers: Answers; draft: DraftFields | null }>`
    select coalesce((select json_object_agg(w.question, w.answer) from programme_answer w
        where w.owner_id = ${programme.owner_id} and w.programme_id = ${programme.id}), '{}'::json) as answers,
      ${draftColumn(draft.writer, draft.key)} as draft`.execute(db);
  return rows[0]!;
}
