import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isForPerson } from './groups/group.queries.ts';
import { dueThisWeek, type DueActivity } from './due/due.queries.ts';
import { coursePolicy } from './course.policy.ts';
import type { Course } from './course.ts';

/** A course in a list. */
export interface ListedCourse extends Pick<
  Course,
  'id' | 'title' | 'subject' | 'sort' | 'unit' | 'isTemplate' | 'publishedAt' | 'closedAt'
> {
  leads: boolean;
  /** It was taken away; only those who lead it see it then. */
  isAway: boolean;
  leaders: string[];
  /** The next thing that is due for this person, and when. */
  next: { title: string; dueOn: string } | null;
}

const mostCourses = 200;

const ask = composed((who, { today }: Given<{ today: string }>) => {
  const owner = who.organisationId;
  return {
    week: dueThisWeek(who, { today }),
    courses: list<ListedCourse>(
      sql`select c.id, c.title, c.subject, c.sort, u.name as unit, c.is_template as "isTemplate",
          c.published_at as "publishedAt", c.closed_at as "closedAt", ${who.sees('i', coursePolicy, 'lead')} as leads, i.ended_at is not null as "isAway",
          array(select p.name from course_person n join person p on p.id = n.person_id
            where n.owner_id = ${owner} and n.course_id = c.id and n.part = 'leader' order by p.name limit 5) as leaders,
          (select json_build_object('title', v.title, 'dueOn', v.due_on) from course_activity v
            join course_section s on s.owner_id = ${owner} and s.id = v.section_id and s.ended_at is null
            where v.owner_id = ${owner} and v.course_id = c.id and v.ended_at is null and v.due_on is not null
              and (s.opens_on is null or s.opens_on <= ${today}::date)
              and ${isForPerson(owner, who.personId)}
              and not exists (select 1 from course_progress g where g.owner_id = ${owner} and g.activity_id = v.id
                and g.person_id = ${who.personId} and g.done_at is not null)
            order by v.due_on, v.position limit 1) as next
        from course c join item i on i.owner_id = ${owner} and i.id = c.id
        left join unit u on u.owner_id = ${owner} and u.id = c.unit_id
        where c.owner_id = ${owner} and ${who.sees('i', coursePolicy)}
          and (i.ended_at is null or ${who.sees('i', coursePolicy, 'lead')})
        order by c.closed_at nulls first, c.title, c.id limit ${mostCourses}`,
      { publishedAt: 'moment', closedAt: 'moment' },
    ),
  };
});

/** All courses that somebody leads, learns in or may begin from, the open ones first; and what this week asks. */
export const selectCourses = (
  db: Db,
  who: Who,
  today: string,
): Promise<{ courses: ListedCourse[]; week: DueActivity[] }> => ask(db, who, { today });
