import { setTimeout as pause } from 'node:timers/promises';
import type { IsolationLevel, Transaction } from 'kysely';
import type { Db } from './database.ts';
import { isConflict, isLostConnection } from './errors.ts';
import type { Tables } from './schema.generated.ts';

export type Tx = Transaction<Tables>;

interface TransactionOptions {
  /** How often to try again after the first attempt. Default 3. */
  retries?: number;
  /** Default is the server's, which is "read committed". */
  isolation?: IsolationLevel;
}

/**
 * Runs `work` in one transaction and commits it. Tried again from the start when another transaction
 * was in the way, or when the connection was lost before the commit was sent. After that moment
 * nobody can know whether it was committed, so the error is passed on.
 *
 * `work` may run several times, each time as if for the first: do nothing in it that a rollback would not undo.
 * An id that must be the same each time is made before it.
 */
export async function transaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  { retries = 3, isolation }: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    let committing = false;
    let cause: unknown;
    try {
      const begin = db.transaction();
      return await (isolation ? begin.setIsolationLevel(isolation) : begin).execute(async (tx) => {
        try {
          const result = await work(tx);
          committing = true;
          return result;
        } catch (error) {
          cause = error;
          throw error;
        }
      });
    } catch (error) {
      // When the connection is gone, the rollback fails too; the first error is the one to judge by.
      const first = cause ?? error;
      const again = isConflict(first) || (isLostConnection(first) && !committing);
      if (!again || attempt >= retries) throw first;
      // Waiting a random while keeps the two from meeting again.
      await pause(Math.random() * 20 * 2 ** attempt);
    }
  }
}
