import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export async function selectHasSchool(db: Db): Promise<boolean> {
  return (await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Any number; it names the lock that only a set-up takes. */
const LOCK = 0x57af_0002;

/** Waits for a set-up under way in another request to end, so that two cannot both be the first. */
export async function oneSetupAtATime(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
}
