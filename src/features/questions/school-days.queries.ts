import { sql } from 'kysely';
import type { DateSpan } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';

/** The terms of a school and the days within them on which it is closed. */
export async function selectSchoolDays(
  db: Db,
  ownerId: string,
): Promise<{ terms: DateSpan[]; closures: DateSpan[] }> {
  const { rows } = await sql<{ terms: DateSpan[]; closures: DateSpan[] }>`
    select
      coalesce((select json_agg(json_build_object('startsOn', t.starts_on, 'endsOn', t.ends_on)) from term t
        where t.owner_id = ${ownerId} and t.kind = 'term' and t.ended_at is null), '[]'::json) as terms,
      coalesce((select json_agg(json_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on)) from closure c
        where c.owner_id = ${ownerId} and c.kind <> 'training-day' and c.ended_at is null), '[]'::json) as closures
  `.execute(db);
  return rows[0]!;
}
