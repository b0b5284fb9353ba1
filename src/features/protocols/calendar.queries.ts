import { sql } from 'kysely';
import type { DateSpan } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';

/** The days of a school on which steps are laid. */
export interface Calendar {
  terms: readonly DateSpan[];
  closures: readonly DateSpan[];
}

/** The terms and closures of a school, in one statement. Training days are closures: no pupils, no lessons. */
export async function selectCalendar(db: Db, ownerId: string): Promise<Calendar> {
  const { rows } = await sql<{ terms: Calendar['terms']; closures: Calendar['closures'] }>`
    select
      coalesce((select json_agg(json_build_object('startsOn', t.starts_on, 'endsOn', t.ends_on))
        from term t where t.owner_id = ${ownerId} and t.kind = 'term' and t.ended_at is null), '[]'::json) as terms,
      coalesce((select json_agg(json_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on))
        from closure c where c.owner_id = ${ownerId} and c.ended_at is null), '[]'::json) as closures
  `.execute(db);
  return rows[0]!;
}
