import { type Expression, type RawBuilder, sql } from 'kysely';

/** A day, '2026-11-22', or its place in a composed statement. */
export type Day = string | Expression<unknown>;

/**
 * Whether the school teaches on a day, as a condition: inside a term and outside every closure; training days are
 * closures, because no lesson is held. Where no term is written down, every day outside the closures.
 */
export const isTaught = (owner: string, day: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(
  (exists (select 1 from term m where m.owner_id = ${owner} and m.kind = 'term' and m.ended_at is null
      and ${day} between m.starts_on and m.ends_on)
    or not exists (select 1 from term n where n.owner_id = ${owner} and n.kind = 'term' and n.ended_at is null))
  and not exists (select 1 from closure c where c.owner_id = ${owner} and c.ended_at is null
    and ${day} between c.starts_on and c.ends_on))`;

/**
 * The week of the cycle that a day is in, 'A' or 'B', by the timetable under `alias`. Weeks are counted from the
 * first day of the timetable on, those alone that have a school day from Monday to Friday; so a holiday moves nothing.
 */
export const letterOf = (owner: string, alias: string, day: RawBuilder<unknown>): RawBuilder<'A' | 'B'> => {
  const startsOn = sql.ref(`${alias}.starts_on`);
  const first = sql.ref(`${alias}.first_week`);
  return sql<'A' | 'B'>`(select case when greatest(count(distinct date_trunc('week', s.at)), 1) % 2 = 1
      then ${first} else case ${first} when 'A' then 'B' else 'A' end end
    from generate_series(${startsOn}::timestamp, date_trunc('week', ${day}::timestamp) + interval '4 days',
      interval '1 day') s (at)
    where extract(isodow from s.at) < 6 and ${isTaught(owner, sql`s.at::date`)})`;
};

/**
 * The days from one to another on which the school teaches by a timetable, as a select of on_date, timetable_id,
 * weekday ('monday') and letter ('A' or 'B'). On each day the published timetable is in force that began last; a day
 * without one, without periods, in a holiday or closed, is not among them.
 */
export const timetabledDays = (
  owner: string,
  { from, until }: { from: Day; until: Day },
): RawBuilder<unknown> => sql`
  with day as (
    select d.at, f.id, f.weeks, f.starts_on, f.first_week, date_trunc('week', d.at) as monday
    from generate_series(${from}::date::timestamp, ${until}::date::timestamp, interval '1 day') d (at)
    cross join lateral (select v.id, v.weeks, v.starts_on, v.first_week from timetable v
      where v.owner_id = ${owner} and v.published_at is not null and v.ended_at is null
        and v.starts_on <= d.at::date and (v.ends_on is null or v.ends_on >= d.at::date)
      order by v.starts_on desc, v.created_at desc limit 1) f
    where ${isTaught(owner, sql`d.at::date`)}
      and exists (select 1 from period e where e.owner_id = ${owner} and e.timetable_id = f.id and e.ended_at is null
        and e.weekday = lower(to_char(d.at, 'FMDay')))
  ), week as materialized (
    select w.id, w.monday, case w.weeks when 1 then 'A' else ${letterOf(owner, 'w', sql`w.monday`)} end as letter
    from (select distinct y.id, y.weeks, y.starts_on, y.first_week, y.monday from day y) w
  )
  select y.at::date as on_date, y.id as timetable_id, lower(to_char(y.at, 'FMDay')) as weekday, w.letter
  from day y join week w on w.id = y.id and w.monday = y.monday`;
