import { sql } from 'kysely';
import { addDays } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { isTaught } from '#features/timetable/index.ts';

/** When a school is there to look, and within how many of those hours it does. */
export interface SchoolHours {
  hours: number;
  /** '08:30', where the school is. */
  opensAt: string;
  closesAt: string;
}

/**
 * The moment by which somebody must have looked: so many school hours after `now`, of the days given, first to last.
 * Written on a Friday after school, two hours are over on Monday at half past ten. Where no day is known, clock hours.
 */
export function lookBy(
  now: Date,
  { hours, opensAt, closesAt }: SchoolHours,
  days: readonly string[],
  zone: string,
): Date {
  let left = hours * 3_600_000;
  for (const day of days) {
    const from = Math.max(now.getTime(), instantAt(day, opensAt, zone).getTime());
    const there = instantAt(day, closesAt, zone).getTime() - from;
    if (there <= 0) continue;
    if (there >= left) return new Date(from + left);
    left -= there;
  }
  return new Date(now.getTime() + hours * 3_600_000);
}

/** The next days on which the school is open, from today on. */
export async function selectSchoolDays(db: Db, owner: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select d.at::date as day from generate_series(${today}::date::timestamp, ${addDays(today, 70)}::date::timestamp, interval '1 day') d (at)
    where extract(isodow from d.at) < 6 and ${isTaught(owner, sql`d.at::date`)} order by d.at limit 20`.execute(
    db,
  );
  return rows.map(({ day }) => day);
}
