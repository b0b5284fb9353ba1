import type { Db } from '#platform/db/database.ts';

/** The kinds of notice of this room. */
export const noticeKinds = {
  shared: 'try-out-shared',
  comment: 'try-out-comment',
  revisit: 'try-out-revisit',
} as const;

/** Reading is all that was asked: what is shared and what was said of it leave the reader's list. */
export async function settleRead(db: Db, personId: string, tryOutId: string, now: Date): Promise<void> {
  await db
    .updateTable('notice')
    .set({ done_at: now })
    .where('owner_id', '=', personId)
    .where('item_id', '=', tryOutId)
    .where('kind', 'in', [noticeKinds.shared, noticeKinds.comment])
    .where('done_at', 'is', null)
    .execute();
}
