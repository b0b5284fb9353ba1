import { type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { isTaught, timetabledDays } from '#features/timetable/index.ts';

type Day = Parameters<typeof timetabledDays>[1]['from'];

/** Where a school has no timetable, a class is covered for these halves of a day. */
const halves = sql`(values ('Morning', time '09:00', time '12:00'), ('Afternoon', time '13:00', time '15:15'))
  h (name, starts_at, ends_at)`;

/**
 * The classes whose teacher is away, as a select of absence_id, person_id, on_date, period_id, lesson_id, period,
 * starts_at, ends_at ('09:00'), unit_id, subject and room. By the timetable in force on each day: the lessons that
 * somebody teaches, the registrations of their form; of a class that the timetable says nothing of, each stretch in which
 * a register is taken. On days without a timetable, the class of whoever teaches it, in the morning and the afternoon.
 *
 * @param which what more is asked of the absences, whose rows stand under `a`
 */
export const gapsSelect = (
  owner: string,
  days: { from: Day; until: Day },
  which: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> => sql`
  with taught as materialized (${timetabledDays(owner, days)}),
  away as (select a.id, a.person_id, a.from_on, a.until_on, a.from_time, a.until_time from staff_absence a
    where a.owner_id = ${owner} and a.ended_at is null and a.until_on >= ${days.from} and a.from_on <= ${days.until}
      and ${which})
  select w.id as absence_id, w.person_id, d.on_date, p.id as period_id, l.id as lesson_id, p.name as period,
    to_char(p.starts_at, 'HH24:MI') as starts_at, to_char(p.ends_at, 'HH24:MI') as ends_at, l.unit_id, l.subject,
    coalesce(r.name, '') as room
  from away w join taught d on d.on_date between w.from_on and w.until_on
  join timetabled_teacher y on y.owner_id = ${owner} and y.person_id = w.person_id and y.part = 'teacher'
  join timetabled_lesson l on l.owner_id = ${owner} and l.id = y.lesson_id and l.timetable_id = d.timetable_id
    and l.ended_at is null and l.week in ('both', d.letter)
  join period p on p.owner_id = ${owner} and p.id = l.period_id and p.weekday = d.weekday and p.ended_at is null
  left join room r on r.owner_id = ${owner} and r.id = l.room_id
  where ${isMissed('d', 'p')}
  union all
  select w.id, w.person_id, d.on_date, p.id, null::uuid, p.name, to_char(p.starts_at, 'HH24:MI'),
    to_char(p.ends_at, 'HH24:MI'), u.id, '', ''
  from away w join taught d on d.on_date between w.from_on and w.until_on
  ${ownUnits(owner, sql`d.on_date`)}
  join period p on p.owner_id = ${owner} and p.timetable_id = d.timetable_id and p.weekday = d.weekday
    and p.ended_at is null and p.takes_register
  where ${isMissed('d', 'p')}
    and ((u.kind = 'form' and p.kind = 'registration') or not exists (select 1 from timetabled_teacher z
      join timetabled_lesson k on k.owner_id = ${owner} and k.id = z.lesson_id and k.ended_at is null
        and k.timetable_id = d.timetable_id
      where z.owner_id = ${owner} and z.person_id = w.person_id))
    and not exists (select 1 from timetabled_lesson k where k.owner_id = ${owner} and k.unit_id = u.id
      and k.period_id = p.id and k.timetable_id = d.timetable_id and k.ended_at is null)
  union all
  select w.id, w.person_id, d.on_date, null::uuid, null::uuid, h.name, to_char(h.starts_at, 'HH24:MI'),
    to_char(h.ends_at, 'HH24:MI'), u.id, '', ''
  from away w
  join (select g.at::date as on_date
    from generate_series(${days.from}::date::timestamp, ${days.until}::date::timestamp, interval '1 day') g (at)
    where extract(isodow from g.at) < 6 and ${isTaught(owner, sql`g.at::date`)}
      and not exists (select 1 from taught n where n.on_date = g.at::date)
      and not exists (select 1 from timetable v where v.owner_id = ${owner} and v.published_at is not null
        and v.ended_at is null and v.starts_on <= g.at::date and (v.ends_on is null or v.ends_on >= g.at::date))
  ) d on d.on_date between w.from_on and w.until_on
  ${ownUnits(owner, sql`d.on_date`)}
  cross join ${halves}
  where ${isMissed('d', 'h')}`;

/** Of the day and the stretch of it under these aliases: whether the person is away then. */
const isMissed = (day: string, stretch: string): RawBuilder<boolean> => sql<boolean>`(
  (${sql.ref(`${day}.on_date`)} > w.from_on or w.from_time is null or ${sql.ref(`${stretch}.ends_at`)} > w.from_time)
  and (${sql.ref(`${day}.on_date`)} < w.until_on or w.until_time is null
    or ${sql.ref(`${stretch}.starts_at`)} < w.until_time))`;

/** The classes and forms that are the person's own on a day they work: of two who share a class, one may be off. */
const ownUnits = (owner: string, day: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  join membership m on m.owner_id = ${owner} and m.person_id = w.person_id and m.part = 'teacher'
    and ${current('m', day)}
    and not exists (select 1 from working_pattern b where b.owner_id = ${owner} and b.person_id = w.person_id
      and not b.days @> jsonb_build_array(jsonb_build_object('day', lower(to_char(${day}, 'FMDay')))))
  join unit u on u.owner_id = ${owner} and u.id = m.unit_id and u.kind in ('class', 'form') and u.ended_at is null`;
