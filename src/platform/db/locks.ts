import { sql } from 'kysely';
import type { Db } from './database.ts';

/**
 * The numbers by which PostgreSQL knows this program's advisory locks. Any will do, as long as each stands here
 * once and is the same in every process of an installation. A lock belongs to one database and goes with the
 * connection that took it, so a process that dies gives it back.
 */
export const locks = {
  /** Held while migrations are applied. */
  migrate: 8_460_001,
  /** Shared by each process that uses the database this computer runs; the one that stops it holds it alone. */
  present: 8_460_002,
  /** Held by the process that delivers the outbox. */
  relay: 8_460_003,
  /** Held until the first set-up is committed. */
  setUp: 8_460_004,
  /** Held for one organisation while an import is carried out there. */
  import: 8_460_005,
} as const;

/**
 * Does the work on a connection that holds the lock, when nobody else holds it, here or in another process;
 * otherwise answers `busy`.
 *
 * @param lock one of `locks`, or with the id it is held for: `[locks.import, organisationId]`.
 */
export function aloneWith<T>(
  db: Db,
  lock: number | readonly [lock: number, of: string],
  busy: T,
  work: (connection: Db) => Promise<T>,
): Promise<T> {
  const key = typeof lock === 'number' ? sql`${lock}::bigint` : sql`${lock[0]}::int, hashtext(${lock[1]})`;
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_lock(${key}) as locked`.execute(
      connection,
    );
    if (!rows[0]?.locked) return busy;
    try {
      return await work(connection);
    } finally {
      // The connection goes back to the pool and must not take the lock along. If it is broken, the lock is
      // gone, and what broke it is what the caller should hear.
      await sql`select pg_advisory_unlock(${key})`.execute(connection).catch(() => undefined);
    }
  });
}
