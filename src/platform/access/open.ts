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
  readonly #opened = new Map<string, { item: Item; manner: Manner }>();

  note(who: Who, policy: Policy, item: Item, manner: Manner): void {
    if (policy.logged && item.authorId !== who.personId)
      this.#opened.set(`${item.id} ${manner}`, { item, manner });
  }

  /** Writes them where their owners read it. */
  async write(db: Db, who: Who, now: Date): Promise<void> {
    for (const { item, manner } of this.#opened.values()) await writeLog(db, item, who, manner, now);
  }
}

/** Notes that `who` opened an item of somebody else's. `hiddenUntil` keeps an override from its owner while telling would endanger someone. */
export async function writeLog(
  db: Db,
  item: Pick<Item, 'ownerId' | 'id' | 'kind' | 'authorId'>,
  who: Who,
  manner: Manner,
  at: Date,
  hiddenUntil: Date | null = null,
): Promise<void> {
  await db
    .insertInto('access_log')
    .values({
      owner_id: item.ownerId,
      id: newId(at),
      item_id: item.id,
      item_kind: item.kind,
      subject_id: item.authorId,
      reader_id: who.personId,
      purpose: who.purpose,
      manner,
      at,
      hidden_until: hiddenUntil,
    })
    .execute();
}
