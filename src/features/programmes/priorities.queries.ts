import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { draftColumn, type DraftFields, type Writer } from '#platform/drafts/drafts.ts';

export interface Priority {
  id: string;
  title: string;
}

/** The priorities of a school that have not ended, by title. */
export const selectPriorities = (db: Db, ownerId: string): Promise<Priority[]> =>
  db
    .selectFrom('school_priority')
    .select(['id', 'title'])
    .where('owner_id', '=', ownerId)
    .where('ended_at', 'is', null)
    .orderBy('title')
    .execute();

/** The same in one statement with what this person was writing under `key`: for a page that asks much else. */
export async function selectPrioritiesAndDraft(
  db: Db,
  ownerId: string,
  draft: { writer: Writer; key: string },
): Promise<{ priorities: Priority[]; draft: DraftFields | null }> {
  const { rows } = await sql<{ priorities: Priority[]; draft: DraftFields | null }>`
    select coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title) order by p.title)
        from school_priority p where p.owner_id = ${ownerId} and p.ended_at is null), '[]'::json) as priorities,
      ${draftColumn(draft.writer, draft.key)} as draft`.execute(db);
  return rows[0]!;
}
