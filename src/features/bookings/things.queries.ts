import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { inNaturalOrder } from '#platform/i18n/in-natural-order.ts';
import type { Thing } from './booking.ts';

const columns = sql`r.id, r.kind, r.name, r.seats, r.note, r.how_many as "howMany", r.bookable,
  r.asks_first as "asksFirst"`;

/** What can be booked, rooms first, by name. */
export async function selectThings(db: Db, owner: string): Promise<Thing[]> {
  const { rows } = await sql<Thing>`select ${columns} from room r
    where r.owner_id = ${owner} and r.ended_at is null order by r.kind desc, r.sort_name, r.id limit 600`.execute(
    db,
  );
  const by = Map.groupBy(rows, ({ kind }) => kind);
  return [...by.values()].flatMap(inNaturalOrder);
}

/** One of them, also when it was taken off the list; `locked` holds it, so that two who book it do so one after the other. Throws `NotFound`. */
export async function selectThing(
  db: Db,
  owner: string,
  id: string,
  locked = false,
): Promise<Thing & { endedAt: Date | null }> {
  const { rows } = isId(id)
    ? await sql<Thing & { endedAt: Date | null }>`select ${columns}, r.ended_at as "endedAt" from room r
        where r.owner_id = ${owner} and r.id = ${id} ${locked ? sql`for update` : sql``}`.execute(db)
    : { rows: [] };
  if (!rows[0]) throw new NotFound('Nothing that can be booked is at this address.');
  return rows[0];
}

/** Whether other equipment of this name is there; names are compared without case and marks. */
export async function selectNamed(db: Db, owner: string, name: string, but?: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select r.id from room r where r.owner_id = ${owner}
    and r.kind = 'equipment' and r.ended_at is null and r.sort_name = ${sortName(name)}
    and r.id is distinct from ${but ?? null}::uuid limit 1`.execute(db);
  return rows.length > 0;
}

const sortName = (name: string): string => comparable(name) || name.toLowerCase();

export async function insertEquipment(
  tx: Db,
  owner: string,
  { name, howMany, note }: Pick<Thing, 'name' | 'howMany' | 'note'>,
  now: Date,
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('room')
    .values({
      owner_id: owner,
      id,
      kind: 'equipment',
      name,
      sort_name: sortName(name),
      seats: null,
      note,
      how_many: howMany,
      created_at: now,
    })
    .execute();
  return id;
}

/** Saves how a thing is booked; of equipment also what it is called and how many there are. */
export async function updateThing(
  tx: Db,
  owner: string,
  { id, kind, name, note, howMany, bookable, asksFirst }: Omit<Thing, 'seats'>,
): Promise<void> {
  await tx
    .updateTable('room')
    .set({
      bookable,
      asks_first: asksFirst,
      ...(kind === 'equipment' && { name, sort_name: sortName(name), note, how_many: howMany }),
    })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();
}

export async function setThingEnded(tx: Db, owner: string, id: string, endedAt: Date | null): Promise<void> {
  await tx
    .updateTable('room')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .where('kind', '=', 'equipment')
    .execute();
}
