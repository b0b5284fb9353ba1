import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Programme } from '#features/programmes/index.ts';
import type { AttendanceState } from './roll.queries.ts';

/** What is known by name of one person's taking part: enrolment, attendance, hours, required exercises. */
export interface TakingPart {
  personId: string;
  name: string;
  since: Date;
  /** Set when they take part no more. */
  until: Date | null;
  /** Sessions with a mark for them, and at how many of these they were or made it good. */
  marked: number;
  came: number;
  /** Minutes of the sessions they came to, in and out of the school day. */
  inside: number;
  outside: number;
  /** Required exercises done or excused, of how many. */
  exercises: number;
  required: number;
  total: number;
}

/** The people taking part in a programme, a page of them, by name; those who left stand with their dates. */
export async function selectTakingPart(
  db: Db,
  programme: Programme,
  page: { limit: number; offset: number },
): Promise<TakingPart[]> {
  const { owner_id: owner, id } = programme;
  const { rows } = await sql<TakingPart>`
    select p.id as "personId", p.name, taking.since, taking.until,
      coalesce(seen.marked, 0)::integer as marked, coalesce(seen.came, 0)::integer as came,
      coalesce(seen.inside, 0)::integer as inside, coalesce(seen.outside, 0)::integer as outside,
      (select count(*)::integer from programme_exercise x where x.owner_id = ${owner} and x.programme_id = ${id}
        and x.required and x.ended_at is null and (
          exists (select 1 from exercise_done d where d.owner_id = x.owner_id and d.exercise_id = x.id
            and d.person_id = p.id and d.ended_at is null)
          or exists (select 1 from exercise_exemption e where e.owner_id = x.owner_id and e.exercise_id = x.id
            and e.person_id = p.id and e.ended_at is null))) as exercises,
      (select count(*)::integer from programme_exercise x where x.owner_id = ${owner} and x.programme_id = ${id}
        and x.required and x.ended_at is null) as required,
      count(*) over ()::integer as total
    from (select cm.person_id, min(cm.starts_at) as since,
        case when bool_or(cm.ends_at is null) then null else max(cm.ends_at) end as until
      from circle_member cm where cm.owner_id = ${owner} and cm.circle_id = ${id} and cm.part = 'participant'
      group by cm.person_id) taking
    join person p on p.id = taking.person_id
    left join (select a.person_id, count(*) as marked,
        count(*) filter (where a.state <> 'not-here') as came,
        sum(s.minutes) filter (where a.state <> 'not-here' and s.in_school_day) as inside,
        sum(s.minutes) filter (where a.state <> 'not-here' and not s.in_school_day) as outside
      from attendance a join programme_step s on s.owner_id = a.owner_id and s.id = a.step_id
      where a.owner_id = ${owner} and s.programme_id = ${id} and s.ended_at is null
      group by a.person_id) seen on seen.person_id = p.id
    order by taking.until is not null, p.sort_name limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

interface AttendanceLine {
  name: string;
  session: string;
  on: string;
  minutes: number;
  inSchoolDay: boolean;
  state: AttendanceState;
}

/** Every mark of a programme, by person and day, for the sheet. */
export async function selectAttendanceLines(db: Db, programme: Programme): Promise<AttendanceLine[]> {
  const { rows } = await sql<AttendanceLine>`
    select p.name, s.title as session, s.on_date as on, s.minutes, s.in_school_day as "inSchoolDay", a.state
    from attendance a
    join programme_step s on s.owner_id = a.owner_id and s.id = a.step_id
    join person p on p.id = a.person_id
    where a.owner_id = ${programme.owner_id} and s.programme_id = ${programme.id} and s.ended_at is null
    order by p.sort_name, s.on_date, s.number limit 50000`.execute(db);
  return rows;
}
