import { type RawBuilder, sql } from 'kysely';
import type { busyIn } from '#features/timetable/index.ts';

/**
 * The classes that colleagues take for others from one day to another, as a select of person_id (whoever takes it),
 * on_date, unit_id, period_id (null for a half day), starts_at and ends_at ('09:00'): for those who take a register there.
 */
export const coveringLessons = (
  owner: string,
  { from, until }: Parameters<typeof busyIn>[2],
): RawBuilder<unknown> => sql`
  select c.covered_by as person_id, c.on_date, c.unit_id, c.period_id, to_char(c.starts_at, 'HH24:MI') as starts_at,
    to_char(c.ends_at, 'HH24:MI') as ends_at
  from cover c
  where c.owner_id = ${owner} and c.ended_at is null and c.covered_by is not null
    and c.on_date between ${from} and ${until}`;
