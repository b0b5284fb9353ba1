import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { timetabledDays } from '../timetabled-days.ts';

/** A lesson on a day; times as '08:50'. */
export interface WeekLesson {
  on: string;
  letter: 'A' | 'B';
  weeks: 1 | 2;
  timetableId: string;
  lessonId: string | null;
  unitId: string | null;
  period: string;
  startsAt: string;
  endsAt: string;
  unit: string | null;
  subject: string;
  room: string | null;
  /** The others who are there. */
  people: string[];
  /** Whose lesson it is, where one takes it for a colleague who is away. */
  instead: string | null;
}

export interface Person {
  personId: string;
  kind: MemberKind | null;
}

/** What somebody takes for colleagues on the day under `d`, as it was arranged: rows of the room of cover. */
const coveredOn = (owner: string, personId: string) => sql`
  select c.id, c.unit_id, c.period, to_char(c.starts_at, 'HH24:MI'), to_char(c.ends_at, 'HH24:MI'), u.name, c.subject,
    nullif(c.room, ''), array[]::text[], n.name
  from cover c join unit u on u.owner_id = ${owner} and u.id = c.unit_id join person n on n.id = c.person_id
  where c.owner_id = ${owner} and c.covered_by = ${personId} and c.on_date = d.on_date and c.ended_at is null`;

/**
 * The lessons of one person from one day to another, by the timetable in force on each: those a member of staff teaches
 * or supports, those of a pupil's classes. Pupils
 * read who teaches, not who supports: an assistant may be there for one of them. Days without a lesson of theirs are one row with no lesson.
 */
export async function selectWeek(
  db: Db,
  owner: string,
  { personId, kind }: Person,
  { from, until }: { from: string; until: string },
): Promise<WeekLesson[]> {
  const theirs =
    kind === 'pupil'
      ? sql`exists (select 1 from membership b where b.owner_id = ${owner} and b.unit_id = l.unit_id
          and b.person_id = ${personId} and b.part = 'pupil' and ${current('b', sql`d.on_date`)})`
      : sql`exists (select 1 from timetabled_teacher y where y.owner_id = ${owner} and y.lesson_id = l.id
          and y.person_id = ${personId})`;
  const { rows } = await sql<WeekLesson>`
    select d.on_date as "on", d.letter, f.weeks, d.timetable_id as "timetableId", w.*
    from (${timetabledDays(owner, { from, until })}) d
    join timetable f on f.owner_id = ${owner} and f.id = d.timetable_id
    left join lateral (
      select l.id as "lessonId", l.unit_id as "unitId", p.name as period, to_char(p.starts_at, 'HH24:MI') as "startsAt",
        to_char(p.ends_at, 'HH24:MI') as "endsAt", u.name as unit, l.subject, r.name as room,
        array(select n.name from timetabled_teacher x join person n on n.id = x.person_id
          where x.owner_id = ${owner} and x.lesson_id = l.id and x.person_id <> ${personId} and ${kind === 'pupil' ? sql`x.part = 'teacher'` : sql`true`}
          order by x.part desc, n.sort_name) as people, null as instead
      from timetabled_lesson l
      join period p on p.owner_id = l.owner_id and p.id = l.period_id
      join unit u on u.owner_id = l.owner_id and u.id = l.unit_id
      left join room r on r.owner_id = l.owner_id and r.id = l.room_id
      where l.owner_id = ${owner} and p.owner_id = ${owner} and l.timetable_id = d.timetable_id
        and p.weekday = d.weekday and p.ended_at is null and l.ended_at is null
        and l.week in ('both', d.letter) and ${theirs}
      ${kind === 'pupil' ? sql`` : sql`union all ${coveredOn(owner, personId)}`}) w on true
    order by d.on_date, w."startsAt", w.unit`.execute(db);
  return rows;
}
