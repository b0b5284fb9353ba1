import type { Db } from '../db/database.ts';

/** Some of what waits for one person: about these items, or from these owners. */
export type Waiting = { personId: string } & (
  | { itemIds: readonly string[] }
  | { fromOwners: readonly string[] }
);

/**
 * These have nothing to do any more for somebody who left: they are done, at exactly this moment, by which
 * `bringBack` finds them again. Saying it twice changes nothing.
 */
export async function putAway(db: Db, waiting: Waiting, at: Date): Promise<void> {
  await setDone(db, waiting, null, at);
}

/** They came back: what was put away when they left waits again. */
export async function bringBack(db: Db, waiting: Waiting, leftAt: Date): Promise<void> {
  await setDone(db, waiting, leftAt, null);
}

async function setDone(db: Db, waiting: Waiting, from: Date | null, to: Date | null): Promise<void> {
  const [column, ids] =
    'itemIds' in waiting
      ? (['item_id', waiting.itemIds] as const)
      : (['from_owner', waiting.fromOwners] as const);
  if (ids.length === 0) return;
  await db
    .updateTable('notice')
    .set({ done_at: to })
    .where('owner_id', '=', waiting.personId)
    .where(column, 'in', ids)
    .where('done_at', from === null ? 'is' : '=', from)
    .execute();
}

/** What somebody's notices are about, open or done: ids of items, and who they come from. */
export async function selectMatters(
  db: Db,
  personId: string,
): Promise<{ itemIds: string[]; fromOwners: string[] }> {
  const rows = await db
    .selectFrom('notice')
    .select(['item_id as itemId', 'from_owner as fromOwner'])
    .where('owner_id', '=', personId)
    .execute();
  return {
    itemIds: [...new Set(rows.flatMap(({ itemId }) => itemId ?? []))],
    fromOwners: [...new Set(rows.map(({ fromOwner }) => fromOwner))],
  };
}
