import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { MAX_ATTEMPTS } from './backoff.ts';
import type { Named } from './outbox.ts';

/** Whether a message, a row of `outbox` under `alias`, was given up after its last attempt and waits for a person. */
export const isParked = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.done_at`)} is null and ${sql.ref(`${alias}.attempts`)} >= ${MAX_ATTEMPTS})`;

/** Gives a parked message all its attempts again, from `at` on. Answers whether it was parked. */
export const retryParked = (db: Db, message: Named, at: Date): Promise<boolean> =>
  setParked(db, message, { attempts: 0, due_at: at });

/**
 * Lets a parked message be: nothing more is done with it, and it is forgotten with those that were done. Why it
 * failed stays beside it, and says that it was left. Answers whether it was parked.
 */
export const leaveParked = (db: Db, message: Named, at: Date): Promise<boolean> =>
  setParked(db, message, { done_at: at });

async function setParked(
  db: Db,
  { ownerId, id }: Named,
  columns: { attempts?: number; due_at?: Date; done_at?: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox as o')
    .set(columns)
    .where('o.owner_id', '=', ownerId)
    .where('o.id', '=', id)
    .where(isParked('o'))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Parks a message again that was left. Answers whether it was. */
export async function parkAgain(db: Db, { ownerId, id }: Named): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ done_at: null })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('done_at', 'is not', null)
    .where('failure', 'is not', null)
    .where('attempts', '>=', MAX_ATTEMPTS)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
