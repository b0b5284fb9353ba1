import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { enqueue } from '../jobs/outbox.ts';

/** What happened. Written in the transaction of the change itself. */
export interface Happened {
  ownerId: string;
  kind: string;
  itemId?: string | null;
  /** Ids and plain values, never people's own words: those stay with the item and its versions. */
  body?: Record<string, unknown>;
  /** Whether handlers (notices, mail) hear of it; then it goes to the outbox as well. */
  tell?: boolean;
  /** When handlers should hear of it; now, unless given. */
  dueAt?: Date;
}

const recorded = new WeakMap<object, number>();

/** How many events were recorded through this transaction. */
export const recordedIn = (tx: object): number => recorded.get(tx) ?? 0;

/** Writes an event, and the outbox row for those who listen. */
export async function record(tx: Db, actorId: string | null, happened: Happened, at: Date): Promise<string> {
  const id = newId(at);
  const body = JSON.stringify(happened.body ?? {});
  await tx
    .insertInto('event')
    .values({
      owner_id: happened.ownerId,
      id,
      kind: happened.kind,
      actor_id: actorId,
      item_id: happened.itemId ?? null,
      body,
      at,
    })
    .execute();
  if (happened.tell) {
    const told = { ...happened.body, actorId, itemId: happened.itemId ?? null };
    await enqueue(tx, happened.ownerId, happened.kind, told, { at, id, dueAt: happened.dueAt ?? at });
  }
  recorded.set(tx, recordedIn(tx) + 1);
  return id;
}

/** Writes many events of one owner in one statement, of which nobody is told. */
export async function recordAll(
  tx: Db,
  actorId: string | null,
  ownerId: string,
  all: readonly Pick<Happened, 'kind' | 'itemId' | 'body'>[],
  at: Date,
): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ kind, itemId, body }) => ({
    owner_id: ownerId,
    id: newId(at),
    kind,
    actor_id: actorId,
    item_id: itemId ?? null,
    body: JSON.stringify(body ?? {}),
    at,
  }));
  await tx.insertInto('event').values(rows).execute();
  recorded.set(tx, recordedIn(tx) + all.length);
}
