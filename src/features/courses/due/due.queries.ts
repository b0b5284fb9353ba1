import { type Expression, sql } from 'kysely';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { coursePolicy } from '../course.policy.ts';
import { isForPerson } from '../groups/group.queries.ts';

/** Something that is due in a course in which one learns, and not said to be done. */
export interface DueActivity {
  courseId: string;
  course: string;
  id: string;
  title: string;
  minutes: number | null;
  /** 'YYYY-MM-DD' */
  dueOn: string;
}

const mostDue = 12;

/** What of one's courses is due between two days, the earliest first. */
const dueBetween = (
  who: Who,
  { from, until, today }: Record<'from' | 'until' | 'today', Expression<string>>,
): List<DueActivity> => {
  const owner = who.organisationId;
  return list<DueActivity>(sql`select c.id as "courseId", c.title as course, v.id, v.title, v.minutes, v.due_on as "dueOn"
    from course_activity v
    join course_section s on s.owner_id = ${owner} and s.id = v.section_id and s.ended_at is null
      and (s.opens_on is null or s.opens_on <= ${today}::date)
    join course c on c.owner_id = ${owner} and c.id = v.course_id and c.published_at is not null
      and c.closed_at is null and not c.is_template
    join item i on i.owner_id = ${owner} and i.id = c.id and i.ended_at is null
    where v.owner_id = ${owner} and v.ended_at is null and v.kind <> 'questions'
      and v.due_on between ${from}::date and ${until}::date
      and ${who.sees('i', coursePolicy, 'learn')} and not ${who.sees('i', coursePolicy, 'lead')}
      and ${isForPerson(owner, who.personId)}
      and not exists (select 1 from course_progress g where g.owner_id = ${owner} and g.activity_id = v.id
        and g.person_id = ${who.personId} and g.done_at is not null)
    order by v.due_on, c.title, v.position limit ${sql.lit(mostDue)}`);
};

/** For Today: what is due in the week to come, and what was in the fortnight before. */
export const coursesOnToday = (who: Who, { today }: Given<{ today: string }>): List<DueActivity> =>
  dueBetween(who, {
    today,
    from: sql<string>`(${today}::date - 14)`,
    until: sql<string>`(${today}::date + 6)`,
  });

/** For the list of courses: what is due in the week that a day is in. */
export const dueThisWeek = (who: Who, { today }: Given<{ today: string }>): List<DueActivity> =>
  dueBetween(who, {
    today,
    from: sql<string>`date_trunc('week', ${today}::date)::date`,
    until: sql<string>`(date_trunc('week', ${today}::date)::date + 6)`,
  });
