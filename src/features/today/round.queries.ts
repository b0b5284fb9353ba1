import type { Db } from '#platform/db/database.ts';

/** Until when an organisation's letters about what waits were written; nothing before the first round. */
export async function selectRound(db: Db, organisationId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('notice_round')
    .select('written_until')
    .where('owner_id', '=', organisationId)
    .executeTakeFirst();
  return row?.written_until;
}

export const saveRound = (db: Db, organisationId: string, until: Date): Promise<unknown> =>
  db
    .insertInto('notice_round')
    .values({ owner_id: organisationId, written_until: until })
    .onConflict((conflict) => conflict.column('owner_id').doUpdateSet({ written_until: until }))
    .execute();
