import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';

/** A row of notice: one of these ids, or about one of these subjects or items. */
const isAbout = (about: readonly string[]): RawBuilder<boolean> => {
  const keys = sql`${[...about]}::text[]`;
  return sql<boolean>`(id::text = any(${keys}) or subject_key = any(${keys}) or item_id::text = any(${keys}))`;
};

/** A letter of its own tells somebody of what waits for them about this; none need tell of it again. */
export async function markTold(tx: Db, personId: string, about: readonly string[], now: Date): Promise<void> {
  if (about.length === 0) return;
  await tx
    .updateTable('notice')
    .set({ told_at: now })
    .where('owner_id', '=', personId)
    .where('done_at', 'is', null)
    .where('told_at', 'is', null)
    .where(isAbout(about))
    .execute();
}

/** Whether something waits for somebody about this. The next letter to them then tells of it, again if it did before. */
export async function leaveToNextLetter(
  tx: Db,
  personId: string,
  about: readonly string[],
): Promise<boolean> {
  if (about.length === 0) return false;
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ told_at: null })
    .where('owner_id', '=', personId)
    .where('done_at', 'is', null)
    .where(isAbout(about))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
