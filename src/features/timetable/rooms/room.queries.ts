import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { inNaturalOrder } from '#platform/i18n/in-natural-order.ts';

export interface Room {
  id: string;
  name: string;
  seats: number | null;
  note: string;
}
export type NewRoom = Omit<Room, 'id'>;

const roomSortName = (name: string): string => comparable(name) || name.toLowerCase();

export const selectRooms = async (db: Db, owner: string): Promise<Room[]> =>
  inNaturalOrder(
    await db
      .selectFrom('room')
      .select(['id', 'name', 'seats', 'note'])
      .where('owner_id', '=', owner)
      .where('kind', '=', 'room')
      .where('ended_at', 'is', null)
      .orderBy('sort_name')
      .limit(500)
      .execute(),
  );

/** Also one that is taken away. */
export const selectRoom = (db: Db, owner: string, id: string) =>
  db
    .selectFrom('room')
    .select(['id', 'name', 'seats', 'note', 'ended_at as endedAt'])
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();

/** Whether another room of this name is there; names are compared without case and marks. */
export const selectIsTaken = async (
  db: Db,
  owner: string,
  { id, name }: { id?: string; name: string },
): Promise<boolean> =>
  (await db
    .selectFrom('room')
    .select('id')
    .where('owner_id', '=', owner)
    .where('kind', '=', 'room')
    .where('sort_name', '=', roomSortName(name))
    .$if(id !== undefined, (query) => query.where('id', '<>', id!))
    .where('ended_at', 'is', null)
    .executeTakeFirst()) !== undefined;

/** Writes rooms; ids in the same order. */
export async function insertRooms(
  tx: Db,
  owner: string,
  rooms: readonly NewRoom[],
  { now, batchId }: { now: Date; batchId: string | null },
): Promise<string[]> {
  const rows = rooms.map((room) => ({
    owner_id: owner,
    id: newId(now),
    kind: 'room',
    name: room.name,
    sort_name: roomSortName(room.name),
    seats: room.seats,
    note: room.note,
    created_at: now,
    ended_at: null,
    batch_id: batchId,
  }));
  if (rows.length > 0) await tx.insertInto('room').values(rows).execute();
  return rows.map(({ id }) => id);
}

export const setRoomEnded = (tx: Db, owner: string, id: string, endedAt: Date | null): Promise<unknown> =>
  tx
    .updateTable('room')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();

export const updateRoom = (tx: Db, owner: string, { id, name, seats, note }: Room): Promise<unknown> =>
  tx
    .updateTable('room')
    .set({ name, sort_name: roomSortName(name), seats, note })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();
