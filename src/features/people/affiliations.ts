import type { Db } from '#platform/db/database.ts';

/** Writes that people belong to an organisation, in the rows that they own. Saying it twice changes nothing. */
export async function affiliate(
  db: Db,
  personIds: readonly string[],
  organisationId: string,
  now: Date,
): Promise<void> {
  if (personIds.length === 0) return;
  await db
    .insertInto('affiliation')
    .values(
      personIds.map((personId) => ({
        owner_id: personId,
        organisation_id: organisationId,
        created_at: now,
        ended_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'organisation_id']).doUpdateSet({ ended_at: null }),
    )
    .execute();
}

/** Writes that somebody has left: from then on the school's address no longer signs them in, their own does. */
export async function endAffiliation(
  db: Db,
  personId: string,
  organisationId: string,
  at: Date,
): Promise<void> {
  await db
    .updateTable('affiliation')
    .set({ ended_at: at })
    .where('owner_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .execute();
}
