import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { EntryKind } from './concern.ts';

/** Adds to a concern. Nothing that was added is ever changed. */
export async function insertEntry(
  tx: Db,
  owner: string,
  entry: {
    concernId: string;
    kind: EntryKind;
    text: string;
    onDate: string;
    writtenBy: string;
    whom?: string;
    otherId?: string | null;
  },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('concern_entry')
    .values({
      owner_id: owner,
      id: newId(now),
      concern_id: entry.concernId,
      kind: entry.kind,
      text: entry.text,
      whom: entry.whom ?? '',
      on_date: entry.onDate,
      other_id: entry.otherId ?? null,
      written_by: entry.writtenBy,
      created_at: now,
    })
    .execute();
}

/** Somebody who is named has looked; the first time is kept. */
export const markSeen = (tx: Db, owner: string, id: string, personId: string, now: Date): Promise<unknown> =>
  tx
    .updateTable('concern')
    .set({ seen_by: personId, seen_at: now })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .execute();
