import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import type { DraftFields } from '#platform/drafts/drafts.ts';
import type { Agreement } from './agreement.ts';

interface Menu {
  /** What the school works on that day. */
  priorities: { id: string; title: string }[];
  /** What this person was writing and has not sent. */
  draft: DraftFields | null;
}

/** What somebody needs beside the agreement to write it, in one statement. */
export async function selectMenu(
  db: Db,
  agreement: Pick<Agreement, 'ownerId'>,
  { personId, draftKey, today }: { personId: string; draftKey: string; today: string },
): Promise<Menu> {
  const { rows } = await sql<Menu>`select
    coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title) order by p.title)
      from school_priority p where p.owner_id = ${agreement.ownerId} and ${current('p', today)}), '[]'::json) as priorities,
    (select d.body from draft d where d.owner_id = ${personId} and d.key = ${draftKey}) as draft`.execute(db);
  return rows[0]!;
}
