import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { locks } from '#platform/db/locks.ts';

/** Waits for a set-up under way in another request to end, so that two cannot both be the first. */
export async function oneSetupAtATime(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(locks.setUp)})`.execute(tx);
}
