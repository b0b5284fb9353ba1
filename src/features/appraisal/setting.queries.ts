import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface AppraisalSetting {
  /** A formal observation is asked for after the term's coaching. */
  coachingFirst: boolean;
  /** 0 where nobody has decided anything yet. */
  version: number;
}

/** What the school decided about appraisal; where it has not, nothing comes first. */
export async function selectSetting(db: Db, ownerId: string): Promise<AppraisalSetting> {
  const { rows } = await sql<AppraisalSetting>`
    select s.coaching_first as "coachingFirst", s.version from appraisal_setting s
    where s.owner_id = ${ownerId}`.execute(db);
  return rows[0] ?? { coachingFirst: false, version: 0 };
}

/** Saves it over the version that was shown; false when somebody saved it meanwhile. */
export async function saveSetting(
  tx: Db,
  ownerId: string,
  { coachingFirst, version }: AppraisalSetting,
  by: { personId: string; at: Date },
): Promise<boolean> {
  const changed = {
    coaching_first: coachingFirst,
    version: version + 1,
    changed_by: by.personId,
    changed_at: by.at,
  };
  if (version === 0) {
    const made = await tx
      .insertInto('appraisal_setting')
      .values({ owner_id: ownerId, ...changed })
      .onConflict((conflict) => conflict.column('owner_id').doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const saved = await tx
    .updateTable('appraisal_setting')
    .set(changed)
    .where('owner_id', '=', ownerId)
    .where('version', '=', version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}
