import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isTaught } from '#features/timetable/index.ts';

/** The days a week apart from one to another on which the school is open; the first in any case, because somebody chose it. */
export async function selectWeekly(
  db: Db,
  owner: string,
  { from, until }: { from: string; until: string },
): Promise<string[]> {
  const { rows } = await sql<{ on: string }>`
    select d.at::date as on from generate_series(${from}::date::timestamp, ${until}::date::timestamp,
      interval '7 days') d (at)
    where d.at::date = ${from}::date or ${isTaught(owner, sql`d.at::date`)} order by d.at`.execute(db);
  return rows.map(({ on }) => on);
}
