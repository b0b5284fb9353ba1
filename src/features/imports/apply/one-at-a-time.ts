import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Any number, the same in every process: it names the locks that imports take. */
const LOCK = 0x57af_0003;

/**
 * Does the work when no other import of this organisation is being carried out, here or in another process;
 * otherwise answers `busy`. The lock goes with the connection, so a process that dies gives it back.
 */
export function aloneWith<T>(db: Db, ownerId: string, busy: T, work: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ locked: boolean }>`
      select pg_try_advisory_lock(${LOCK}::int, hashtext(${ownerId})) as locked`.execute(connection);
    if (!rows[0]?.locked) return busy;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${LOCK}::int, hashtext(${ownerId}))`.execute(connection);
    }
  });
}
