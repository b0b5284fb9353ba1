import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { DraftFields } from '#platform/drafts/drafts.ts';
import type { Agreement } from './agreement.ts';

export interface Menu {
  /** What the school works on now. */
  priorities: { id: string; title: string }[];
  /** What this person was writing and has not sent. */
  draft: DraftFields | null;
}

/** What somebody needs beside the agreement to write it, in one statement. */
export async function selectMenu(db: Db, who: Who, agreement: Agreement, draftKey: string): Promise<Menu> {
  const { rows } = await sql<Menu>`select
    coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title) order by p.title)
      from school_priority p where p.owner_id = ${agreement.ownerId} and p.ended_at is null), '[]'::json) as priorities,
    (select d.body from draft d where d.owner_id = ${who.personId} and d.key = ${draftKey}) as draft`.execute(db);
  return rows[0]!;
}

/** The priorities alone, for reading what a form sent. */
export const selectPriorities = (db: Db, ownerId: string): Promise<Menu['priorities']> =>
  db
    .selectFrom('school_priority')
    .select(['id', 'title'])
    .where('owner_id', '=', ownerId)
    .where('ended_at', 'is', null)
    .execute();
