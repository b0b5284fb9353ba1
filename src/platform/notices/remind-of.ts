import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import type { Notice } from './notices.ts';

/** So many notices are written in one statement. */
const batch = 500;

/**
 * Puts what has a day or a time into people's lists, or brings it up to date there, many at a time. Saying it twice
 * changes nothing. What has another day is new again: it waits once more though it was put aside, and is written
 * about again.
 */
export async function remindOf(db: Db, notices: readonly Notice[], now: Date): Promise<void> {
  for (let from = 0; from < notices.length; from += batch) {
    const rows = notices.slice(from, from + batch).map((notice) => ({
      owner_id: notice.personId,
      id: newId(now),
      from_owner: notice.fromOwner,
      item_id: notice.itemId,
      kind: notice.kind,
      subject_key: notice.subjectKey,
      href: notice.href,
      due_at: notice.dueAt,
      begins_at: notice.beginsAt ?? null,
      created_at: now,
    }));
    const unlessMoved = (column: string) =>
      sql`case when notice.due_at is distinct from excluded.due_at then null else ${sql.ref(`notice.${column}`)} end`;
    await db
      .insertInto('notice')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['owner_id', 'from_owner', 'kind', 'subject_key']).doUpdateSet({
          href: sql`excluded.href`,
          item_id: sql`excluded.item_id`,
          due_at: sql`excluded.due_at`,
          begins_at: sql`excluded.begins_at`,
          // What was done waits again while it stands; what its person put aside does when it is moved.
          done_at: sql`case when notice.due_at is distinct from excluded.due_at or notice.aside_at is null
            then null else notice.done_at end`,
          aside_at: unlessMoved('aside_at'),
          left_circle_id: unlessMoved('left_circle_id'),
          told_at: unlessMoved('told_at'),
          mailed_at: unlessMoved('mailed_at'),
        } as never),
      )
      .execute();
  }
}
