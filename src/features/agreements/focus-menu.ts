import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { draftColumn, type DraftFields, type Writer } from '#platform/drafts/drafts.ts';
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
  { writer, draftKey, today }: { writer: Writer; draftKey: string; today: string },
): Promise<Menu> {
  const { rows } = await sql<Menu>`select
    coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title) order by p.title)
      from school_priority p where p.owner_id = ${agreement.ownerId} and ${current('p', today)}), '[]'::json) as priorities,
    ${draftColumn(writer, draftKey)} as draft`.execute(db);
  return rows[0]!;
}
