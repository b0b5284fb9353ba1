import { type Expression, type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { isTaught, timetabledDays } from '#features/timetable/index.ts';

/** A day, '2026-11-18', or its place in a composed statement. */
type Day = string | Expression<unknown>;

/**
 * When a register is begun where no timetable says so, by the school's clock: for the order of a day, and for the
 * reminder. Nothing is counted by it.
 */
export const usualStart = { am: '09:00', pm: '13:15' } as const;

/**
 * The registers of one day, as a select of unit_id, slot, session, period_name, starts_at, ends_at (times), subject and
 * lesson_id; nulls where nothing is known.
 *
 * By the timetable: the lessons in periods that take a register; and each home class in a registration period, or in a
 * period that counts for the law and in which no lesson of it is timetabled. Where no timetable is in force on a school
 * day from Monday to Friday: each home class, morning and afternoon.
 *
 * Home classes are the forms with pupils; in a school without forms the classes of no subject; otherwise the classes.
 *
 * The law counts one register before midday and one after: on each day the first registration period, or where there is
 * none, the first period that takes a register.
 */
export const expectedOn = (owner: string, day: Day): RawBuilder<unknown> => sql`
  with held as materialized (${timetabledDays(owner, { from: day, until: day })}),
  slots as materialized (
    select p.id, p.timetable_id, p.name, p.kind, p.starts_at, p.ends_at, h.letter,
      case when row_number() over (partition by p.starts_at < '12:00' order by p.kind = 'registration' desc, p.starts_at, p.id) = 1
        then case when p.starts_at < '12:00' then 'am' else 'pm' end end as session
    from held h join period p on p.owner_id = ${owner} and p.timetable_id = h.timetable_id and p.weekday = h.weekday
    where p.owner_id = ${owner} and p.ended_at is null and p.takes_register
  ),
  lessons as materialized (
    select l.id, l.unit_id, l.period_id, l.subject, s.name, s.session, s.starts_at, s.ends_at
    from slots s join timetabled_lesson l on l.owner_id = ${owner} and l.timetable_id = s.timetable_id
      and l.period_id = s.id and l.ended_at is null and l.week in ('both', s.letter)
  ),
  ranked as (
    select u.id, case when u.kind = 'form' then 1 when u.subject is null then 2 else 3 end as rank
    from unit u where u.owner_id = ${owner} and u.kind in ('form', 'class') and u.ended_at is null
      and exists (select 1 from membership m where m.owner_id = ${owner} and m.unit_id = u.id
        and m.part = 'pupil' and ${current('m', day)})
  ),
  homes as materialized (select r.id, r.rank from ranked r where r.rank = (select min(o.rank) from ranked o))
  select l.unit_id, l.period_id::text as slot, min(l.session) as session, min(l.name) as period_name,
    min(l.starts_at) as starts_at, min(l.ends_at) as ends_at, min(l.subject) as subject, (array_agg(l.id order by l.id))[1] as lesson_id
  from lessons l group by l.unit_id, l.period_id
  union all
  select h.id, s.id::text, s.session, s.name, s.starts_at, s.ends_at, '', null::uuid
  from homes h cross join slots s
  where not exists (select 1 from lessons l where l.period_id = s.id and l.unit_id = h.id)
    and (s.kind = 'registration' or (s.session is not null
      and (h.rank = 2 or not exists (select 1 from lessons a where a.period_id = s.id))))
  union all
  select h.id, half.slot, half.slot, '', null::time, null::time, '', null::uuid
  from homes h cross join (values ('am'), ('pm')) half (slot)
  where extract(isodow from ${day}::date) < 6 and ${isTaught(owner, sql`${day}::date`)}
    and not exists (select 1 from timetable v where v.owner_id = ${owner} and v.published_at is not null
      and v.ended_at is null and v.starts_on <= ${day}::date and (v.ends_on is null or v.ends_on >= ${day}::date))`;

/** When a register of `alias`, one of those expected, begins: a time, also where only the usual one is known. */
export const beginsAt = (
  alias: string,
): RawBuilder<string> => sql<string>`coalesce(${sql.ref(`${alias}.starts_at`)},
  case ${sql.ref(`${alias}.slot`)} when 'pm' then ${usualStart.pm}::time else ${usualStart.am}::time end)`;
