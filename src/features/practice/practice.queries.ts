import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import type { WrittenPractice } from './practice.ts';

const columnsOf = (written: WrittenPractice) => ({
  technique: written.technique,
  words: written.words,
  where_used: written.whereUsed,
  model: written.model,
  replaces: written.replaces,
});

/** Writes a new practice beside its item. */
export async function insertPractice(
  tx: Db,
  practice: { ownerId: string; id: string; organisationId: string; stepId: string | null },
  written: WrittenPractice,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('practice')
    .values({
      owner_id: practice.ownerId,
      id: practice.id,
      organisation_id: practice.organisationId,
      step_id: practice.stepId,
      ...columnsOf(written),
      touched_at: at,
      version: 1,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await keepText(tx, practice, 1, { ...written }, practice.ownerId, at);
}

/** Saves over the version that was shown and keeps each text. False when it is another version by now. */
export async function updatePractice(
  tx: Db,
  practice: { ownerId: string; id: string },
  shown: number,
  written: WrittenPractice,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('practice')
    .set({ ...columnsOf(written), version: shown + 1, touched_at: at, updated_at: at })
    .where('owner_id', '=', practice.ownerId)
    .where('id', '=', practice.id)
    .where('version', '=', shown)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await keepText(tx, practice, shown + 1, { ...written }, practice.ownerId, at);
  return true;
}

/** Its owner did something with it: no dust on it. */
export async function touch(
  tx: Db,
  practice: { ownerId: string; id: string },
  at: Date,
  also: { example_seen_at?: Date | null; settled_at?: Date | null } = {},
): Promise<void> {
  await tx
    .updateTable('practice')
    .set({ touched_at: at, ...also })
    .where('owner_id', '=', practice.ownerId)
    .where('id', '=', practice.id)
    .execute();
}
