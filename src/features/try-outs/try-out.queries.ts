import type { Db } from '#platform/db/database.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Written } from './try-out-form.ts';

const columnsOf = (written: Written) => ({
  programme_id: written.programmeId,
  on_date: written.onDate,
  pupils: written.pupils,
  texts: JSON.stringify(written.texts),
  step_id: written.stepId,
  evidence_id: written.evidenceId,
  technique: written.technique,
  minutes: written.minutes,
  held_constant: written.heldConstant,
  changed: written.changed,
  practice_id: written.practiceId,
});

/** Writes a new try-out beside its item. */
export async function insertTryOut(
  tx: Db,
  tryOut: { ownerId: string; id: string; organisationId: string },
  written: Written,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('try_out')
    .values({
      owner_id: tryOut.ownerId,
      id: tryOut.id,
      organisation_id: tryOut.organisationId,
      ...columnsOf(written),
      meeting_id: null,
      place_id: null,
      version: 1,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await keepText(tx, tryOut, 1, { ...written }, tryOut.ownerId, at);
}

/** Saves over the version that was shown and keeps each text. False when it is another version by now. */
export async function updateTryOut(
  tx: Db,
  tryOut: { ownerId: string; id: string },
  shown: number,
  written: Written,
  at: Date,
): Promise<boolean> {
  const saved = await tx
    .updateTable('try_out')
    .set({ ...columnsOf(written), version: shown + 1, updated_at: at })
    .where('owner_id', '=', tryOut.ownerId)
    .where('id', '=', tryOut.id)
    .where('version', '=', shown)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) return false;
  await keepText(tx, tryOut, shown + 1, { ...written }, tryOut.ownerId, at);
  return true;
}
