import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { usualPattern, type WorkingDay, type WorkingPattern } from './working-pattern.ts';

export async function selectWorkingPattern(db: Db, owner: string, personId: string): Promise<WorkingPattern> {
  const row = await db
    .selectFrom('working_pattern as w')
    .innerJoin('person as p', 'p.id', 'w.updated_by')
    .select([
      'w.days',
      'w.note',
      'w.version',
      'p.id as writtenById',
      'p.name as writtenBy',
      'w.updated_at as writtenAt',
    ])
    .where('w.owner_id', '=', owner)
    .where('w.person_id', '=', personId)
    .executeTakeFirst();
  return row ? { ...row, days: row.days as WorkingDay[] } : usualPattern;
}

/**
 * Saves over the version that was shown. False when that is not the current one any more. The days
 * worked stand on the membership too, where lists read them.
 */
export async function saveWorkingPattern(
  tx: Db,
  owner: string,
  personId: string,
  pattern: { days: readonly WorkingDay[]; note: string; version: number },
  by: string,
  now: Date,
): Promise<boolean> {
  const written = { days: JSON.stringify(pattern.days), note: pattern.note, updated_by: by, updated_at: now };
  const saved =
    pattern.version === 0
      ? await tx
          .insertInto('working_pattern')
          .values({ owner_id: owner, person_id: personId, version: 1, ...written })
          .onConflict((conflict) => conflict.columns(['owner_id', 'person_id']).doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('working_pattern')
          .set({ ...written, version: pattern.version + 1 })
          .where('owner_id', '=', owner)
          .where('person_id', '=', personId)
          .where('version', '=', pattern.version)
          .returning('version')
          .executeTakeFirst();
  if (!saved) return false;
  await tx
    .updateTable('member')
    .set({ working_days: pattern.days.map(({ day }) => day) })
    .where('owner_id', '=', owner)
    .where('person_id', '=', personId)
    .execute();
  return true;
}

/** Keeps what was saved over. */
export async function keepEarlierPattern(
  tx: Db,
  owner: string,
  personId: string,
  { days, note, version, writtenById, writtenAt }: WorkingPattern,
  now: Date,
): Promise<void> {
  if (version === 0) return;
  const of = { ownerId: owner, id: personId };
  await keepText(tx, of, version, { days, note }, writtenById, writtenAt ?? now);
}
