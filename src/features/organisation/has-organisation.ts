import type { Db } from '#platform/db/database.ts';

/** Whether there is a school yet, or whatever else was set up. */
export async function selectHasOrganisation(db: Db): Promise<boolean> {
  return (await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) !== undefined;
}
