import { type Expression, type RawBuilder, sql } from 'kysely';
import { timetabledDays } from '#features/timetable/index.ts';

type Day = string | Expression<unknown>;

/**
 * What takes rooms and equipment from one day to another, as a select of room_id, on_date, starts_at, ends_at ('08:50'),
 * how_many, booking_id (null for a lesson), who (a person's id, null for a lesson) and says (the class, or what it is
 * for): bookings that stand, and the lessons of the timetable in force on each day.
 */
export const takenSelect = (owner: string, days: { from: Day; until: Day }): RawBuilder<unknown> => sql`
  select b.room_id, b.on_date, to_char(b.starts_at, 'HH24:MI') as starts_at, to_char(b.ends_at, 'HH24:MI') as ends_at,
    b.how_many, b.id as booking_id, b.booked_by as who, b.purpose as says
  from booking b
  where b.owner_id = ${owner} and b.ended_at is null and b.on_date between ${days.from} and ${days.until}
  union all
  select l.room_id, d.on_date, to_char(p.starts_at, 'HH24:MI'), to_char(p.ends_at, 'HH24:MI'), 1, null, null,
    trim(both ', ' from u.name || ', ' || l.subject)
  from (${timetabledDays(owner, days)}) d
  join period p on p.owner_id = ${owner} and p.timetable_id = d.timetable_id and p.weekday = d.weekday
    and p.ended_at is null
  join timetabled_lesson l on l.owner_id = ${owner} and l.timetable_id = d.timetable_id and l.period_id = p.id
    and l.ended_at is null and l.week in ('both', d.letter) and l.room_id is not null
  join unit u on u.owner_id = ${owner} and u.id = l.unit_id`;
