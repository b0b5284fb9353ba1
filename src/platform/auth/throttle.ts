import type { Db } from '../db/database.ts';
import { TooMany } from '../errors.ts';

const minute = 60_000;
/** Failures after which a key waits: an address soon, a network address (a whole school may share one) late. */
const allowed = (key: string): number => (key.startsWith('from ') ? 100 : 6);
const forgetAfter = 60 * minute;

/** How long a key waits after so many failures: one minute, doubling up to half an hour. */
export const waitAfter = (failures: number, limit: number): number =>
  failures < limit ? 0 : Math.min(30 * minute, minute * 2 ** Math.min(5, failures - limit));

/** Throws `TooMany` while any of the keys must wait. */
export async function mayTry(db: Db, keys: readonly string[], now: Date): Promise<void> {
  const rows = await db
    .selectFrom('sign_in_throttle')
    .select('blocked_until')
    .where('key', 'in', keys)
    .where('blocked_until', '>', now)
    .execute();
  const until = Math.max(0, ...rows.map((row) => row.blocked_until!.getTime()));
  if (until > now.getTime()) throw new TooMany((until - now.getTime()) / 1000);
}

/** Counts a failure for each key. */
export async function failed(db: Db, keys: readonly string[], now: Date): Promise<void> {
  for (const key of keys) {
    const before = await db
      .selectFrom('sign_in_throttle')
      .selectAll()
      .where('key', '=', key)
      .executeTakeFirst();
    const fresh = !before || now.getTime() - before.first_at.getTime() > forgetAfter;
    const failures = fresh ? 1 : before.failures + 1;
    const wait = waitAfter(failures, allowed(key));
    const row = {
      failures,
      first_at: fresh ? now : before.first_at,
      blocked_until: wait ? new Date(now.getTime() + wait) : null,
    };
    await db
      .insertInto('sign_in_throttle')
      .values({ key, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute();
  }
}

/** A right password clears its address. */
export async function succeeded(db: Db, key: string): Promise<void> {
  await db.deleteFrom('sign_in_throttle').where('key', '=', key).execute();
}
