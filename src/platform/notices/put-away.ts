import type { Db } from '../db/database.ts';

/** Somebody who left a circle, or came to it again. */
interface Goer {
  personId: string;
  circleId: string;
}

/**
 * Somebody has left a circle and can open these items no more: what waits because of them is done, and marked with
 * the circle, by which `bringBack` finds it. Saying it twice changes nothing.
 */
export async function putAway(
  db: Db,
  { personId, circleId }: Goer,
  itemIds: readonly string[],
  at: Date,
): Promise<void> {
  if (itemIds.length === 0) return;
  await db
    .updateTable('notice')
    .set({ done_at: at, left_circle_id: circleId })
    .where('owner_id', '=', personId)
    .where('item_id', 'in', itemIds)
    .where('done_at', 'is', null)
    .execute();
}

/** They are in it again, however they came: what was put away when they left, and is not done since, waits again. */
export async function bringBack(db: Db, { personId, circleId }: Goer): Promise<void> {
  await db
    .updateTable('notice')
    .set({ done_at: null, left_circle_id: null })
    .where('owner_id', '=', personId)
    .where('left_circle_id', '=', circleId)
    .execute();
}

/** The items that somebody's open notices are about. */
export async function selectMatters(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notice')
    .select('item_id as itemId')
    .distinct()
    .where('owner_id', '=', personId)
    .where('done_at', 'is', null)
    .execute();
  return rows.flatMap(({ itemId }) => itemId ?? []);
}
