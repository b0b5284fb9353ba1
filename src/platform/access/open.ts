import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { isId, newId } from '../db/ids.ts';
import { NotFound } from '../errors.ts';
import { selectItem } from './select-item.ts';
import type { Policy } from './policy.ts';
import type { Item, Who } from './who.ts';

/** How an item was reached; its owner reads this in the log. */
export type Manner = 'page' | 'export' | 'file' | 'feed' | 'change' | 'override';

/**
 * Opens one item for the person who asks: finds it and asks the policy. The log is written by whoever answers,
 * from `Openings`, once nothing more was refused.
 * Throws `NotFound` when there is none of that kind (or it has ended, for all but its author),
 * `NotAllowed` when the policy says no.
 */
export async function openItem(
  db: Db,
  who: Who,
  policy: Policy,
  ownerId: string,
  id: string,
  now: Date,
): Promise<Item> {
  if (!isId(id) || !isId(ownerId)) throw new NotFound();
  return admitTo(who, policy, await selectItem(db, who, ownerId, id, now));
}

/** The same for an item that was found already (`undefined` when there is none). */
export function admitTo(who: Who, policy: Policy, item: Item | undefined): Item {
  if (!item || item.kind !== policy.kind) throw new NotFound();
  if (item.endedAt && item.authorId !== who.personId) throw new NotFound('This was taken away by its owner.');
  who.must('read', policy, item);
  return item;
}

/**
 * What one visit opened of other people's. A page for changing something opens it and then asks a higher
 * ability: whoever is refused that has seen nothing, so the log waits until there is something to show.
 */
export class Openings {
  readonly #opened = new Map<string, Opening>();

  /** `hiddenUntil` keeps an opening by law from its owner while telling would endanger someone. */
  note(who: Who, item: OpenedItem, manner: Manner, hiddenUntil: Date | null = null): void {
    if (item.authorId !== who.personId)
      this.#opened.set(`${item.id} ${manner}`, { item, manner, hiddenUntil });
  }

  /** Writes them where their owners read it: one statement for each owner. */
  async write(db: Db, who: Who, now: Date): Promise<void> {
    const byOwner = Map.groupBy(this.#opened.values(), ({ item }) => item.ownerId);
    for (const [ownerId, opened] of byOwner) await writeLog(db, ownerId, opened, who, now);
  }
}

/** What the log says of an item. */
export type OpenedItem = Pick<Item, 'ownerId' | 'id' | 'kind' | 'authorId'>;

interface Opening {
  item: OpenedItem;
  manner: Manner;
  hiddenUntil: Date | null;
}

/**
 * What somebody comes back to within this time is one sitting, in milliseconds: half an hour, as of a recording. Copies
 * taken away and what the law opens are each written.
 */
const sitting = 30 * 60_000;
const inSittings: readonly Manner[] = ['page', 'change'];

/**
 * One line for each sitting: the first opening is always written, and nothing more of the same item by the same reader
 * in the same manner for half an hour. As arrays, since a sheet may open more items than a statement takes values.
 */
async function writeLog(
  db: Db,
  ownerId: string,
  opened: readonly Opening[],
  who: Who,
  at: Date,
): Promise<void> {
  await sql`insert into access_log
      (owner_id, id, item_id, item_kind, subject_id, reader_id, purpose, manner, at, hidden_until)
    select ${ownerId}, o.id, o.item_id, o.item_kind, o.subject_id, ${who.personId}, ${who.purpose}, o.manner, ${at},
      o.hidden_until
    from unnest(${opened.map(() => newId(at))}::uuid[], ${opened.map(({ item }) => item.id)}::uuid[],
      ${opened.map(({ item }) => item.kind)}::text[], ${opened.map(({ item }) => item.authorId)}::uuid[],
      ${opened.map(({ manner }) => manner)}::text[], ${opened.map(({ hiddenUntil }) => hiddenUntil)}::timestamptz[])
      o (id, item_id, item_kind, subject_id, manner, hidden_until)
    where not (o.manner = any(${inSittings}::text[]) and exists (select 1 from access_log l
      where l.owner_id = ${ownerId} and l.subject_id = o.subject_id and l.at > ${new Date(at.getTime() - sitting)}
        and l.at <= ${at} and l.item_id = o.item_id and l.reader_id = ${who.personId} and l.manner = o.manner
        and l.purpose = ${who.purpose}))`.execute(db);
}
