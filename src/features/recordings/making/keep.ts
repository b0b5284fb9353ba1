import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** How long a school keeps recordings, in days. */
export interface Keeping {
  /** What is offered. */
  usualDays: number;
  /** The most that anybody may choose, from the day of the lesson. */
  longestDays: number;
  /** So long before the day their author is told. */
  warnDays: number;
  version: number;
}

/** Half a year is offered and two are the most, where a school has not decided otherwise. */
export const usualKeeping: Keeping = { usualDays: 180, longestDays: 730, warnDays: 14, version: 0 };

export async function selectKeeping(db: Db, ownerId: string): Promise<Keeping> {
  const { rows } = await sql<Keeping>`select usual_days as "usualDays", longest_days as "longestDays",
    warn_days as "warnDays", version from recording_settings where owner_id = ${ownerId}`.execute(db);
  return rows[0] ?? usualKeeping;
}
