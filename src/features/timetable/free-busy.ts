import { type RawBuilder, sql } from 'kysely';
import { type Day, timetabledDays } from './timetabled-days.ts';

/**
 * When people have lessons, as a select of person_id, id (the lesson's), on_date, starts_at and ends_at ('08:50'): a row
 * for each of them and each lesson they teach or support, on days the school teaches, by the timetable in force on each.
 * What the lesson is stays unsaid. Pupils are not among them: their lessons follow from their classes.
 *
 * @param isFor the people, as a list or a select of ids in brackets
 */
export const busyIn = (
  owner: string,
  isFor: RawBuilder<unknown>,
  days: { from: Day; until: Day },
): RawBuilder<unknown> => sql`
  select y.person_id, l.id, d.on_date, to_char(p.starts_at, 'HH24:MI') as starts_at,
    to_char(p.ends_at, 'HH24:MI') as ends_at
  from (${timetabledDays(owner, days)}) d
  join period p on p.owner_id = ${owner} and p.timetable_id = d.timetable_id and p.weekday = d.weekday
    and p.ended_at is null
  join timetabled_lesson l on l.owner_id = ${owner} and l.period_id = p.id and l.timetable_id = d.timetable_id
    and l.ended_at is null and l.week in ('both', d.letter)
  join timetabled_teacher y on y.owner_id = ${owner} and y.lesson_id = l.id
  where y.person_id in ${isFor}`;
