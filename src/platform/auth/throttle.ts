import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { TooMany } from '../errors.ts';

const minute = 60_000;
/** Failures longer ago than this no longer count, in milliseconds. */
export const forgetAfter = 60 * minute;

/** What failures are counted of, and how many there may be before it must wait. */
export interface Counted {
  key: string;
  limit: number;
}

/** Something of one person, an address or a number they were given: it waits soon. */
export const few = (key: string): Counted => ({ key, limit: 6 });

/** Something that a whole school may share, as a network address is: it waits late. */
export const many = (key: string): Counted => ({ key, limit: 100 });

/** How long a key waits after so many failures: one minute, doubling up to half an hour. */
export const waitAfter = (failures: number, limit: number): number =>
  failures < limit ? 0 : Math.min(30 * minute, minute * 2 ** Math.min(5, failures - limit));

/** Throws `TooMany` while any of them must wait. */
export async function mayTry(db: Db, counted: readonly Counted[], now: Date): Promise<void> {
  const rows = await db
    .selectFrom('sign_in_throttle')
    .select('blocked_until')
    .where(
      'key',
      'in',
      counted.map(({ key }) => key),
    )
    .where('blocked_until', '>', now)
    .execute();
  const until = Math.max(0, ...rows.map((row) => row.blocked_until!.getTime()));
  if (until > now.getTime()) throw new TooMany((until - now.getTime()) / 1000);
}

/** Counts a failure of each. Failures at the same time all count. */
export async function failed(db: Db, counted: readonly Counted[], now: Date): Promise<void> {
  const old = new Date(now.getTime() - forgetAfter);
  for (const { key, limit } of counted) {
    const { failures } = await db
      .insertInto('sign_in_throttle')
      .values({ key, failures: 1, first_at: now, blocked_until: null })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({
          failures: sql`case when sign_in_throttle.first_at < ${old} then 1 else sign_in_throttle.failures + 1 end`,
          first_at: sql`case when sign_in_throttle.first_at < ${old} then ${now}::timestamptz else sign_in_throttle.first_at end`,
        }),
      )
      .returning('failures')
      .executeTakeFirstOrThrow();
    const wait = waitAfter(failures, limit);
    if (wait > 0)
      await db
        .updateTable('sign_in_throttle')
        .set({ blocked_until: new Date(now.getTime() + wait) })
        .where('key', '=', key)
        .where('failures', '=', failures)
        .execute();
  }
}

/** A right password clears its address. */
export async function succeeded(db: Db, { key }: Counted): Promise<void> {
  await db.deleteFrom('sign_in_throttle').where('key', '=', key).execute();
}
