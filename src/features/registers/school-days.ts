import { type Expression, type RawBuilder, sql } from 'kysely';
import { isTaught } from '#features/timetable/index.ts';

/** A day, '2026-11-18', or its place in a composed statement. */
type Day = string | Expression<unknown>;

/** So many days ahead and back a school day is looked for: the summer holidays, and some. */
const farthest = 70;

/**
 * Whether a day is a school day, as a condition: the school teaches, and by its timetable lessons are held on that
 * weekday; where none is in force, from Monday to Friday.
 */
export const isSchoolDay = (owner: string, day: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(
  coalesce((select exists (select 1 from period e where e.owner_id = ${owner} and e.timetable_id = v.id
        and e.ended_at is null and e.weekday = lower(to_char(${day}, 'FMDay')))
      from timetable v where v.owner_id = ${owner} and v.published_at is not null and v.ended_at is null
        and v.starts_on <= ${day} and (v.ends_on is null or v.ends_on >= ${day})
      order by v.starts_on desc, v.created_at desc limit 1),
    extract(isodow from ${day}) < 6)
  and ${isTaught(owner, day)})`;

/** Nearly always the one looked for is within so many days; only otherwise as far as `farthest` is looked. */
const near = 5;

/** The next school day after one; null where none comes within ten weeks. */
export const schoolDayAfter = (owner: string, day: Day): RawBuilder<string | null> => {
  const within = (days: number) => sql`(
    select min(n.at::date) from generate_series(${day}::date + interval '1 day',
      ${day}::date + ${sql.lit(days)} * interval '1 day', interval '1 day') n (at)
    where ${isSchoolDay(owner, sql`n.at::date`)})`;
  return sql<string | null>`coalesce(${within(near)}, ${within(farthest)})`;
};

/** The last school day before one; null where none was within ten weeks. */
export const schoolDayBefore = (owner: string, day: Day): RawBuilder<string | null> => {
  const within = (days: number) => sql`(
    select max(n.at::date) from generate_series(${day}::date - ${sql.lit(days)} * interval '1 day',
      ${day}::date - interval '1 day', interval '1 day') n (at)
    where ${isSchoolDay(owner, sql`n.at::date`)})`;
  return sql<string | null>`coalesce(${within(near)}, ${within(farthest)})`;
};
