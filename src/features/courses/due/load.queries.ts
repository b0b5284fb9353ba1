import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';

/** What other courses ask of the same learners in one week. */
export interface WeekLoad {
  /** Its Monday, 'YYYY-MM-DD'. */
  week: string;
  things: number;
  /** Of those of which somebody said how long they take. */
  minutes: number;
  courses: number;
}

/**
 * Other courses with the same learners: for a class those of any class that shares a pupil with it, for staff those open
 * to all, or that name one of the same. Counts and minutes, without names or titles: enough to choose a day by.
 */
const ask = composed((who, { id, today }: Given<{ id: string; today: string }>) => {
  const owner = who.organisationId;
  return {
    weeks:
      list<WeekLoad>(sql`with me as (select c.* from course c where c.owner_id = ${owner} and c.id = ${id}),
      units as (select distinct o.unit_id from me join membership a on a.owner_id = ${owner} and a.unit_id = me.unit_id
          and a.part = 'pupil' and ${current('a', today)}
        join membership o on o.owner_id = ${owner} and o.person_id = a.person_id and o.part = 'pupil'
          and ${current('o', today)}),
      others as (select c.id from course c join me on c.id <> me.id and c.sort = me.sort
        join item i on i.owner_id = ${owner} and i.id = c.id and i.ended_at is null
        where c.owner_id = ${owner} and c.published_at is not null and c.closed_at is null and not c.is_template
          and case when me.sort = 'pupils' then c.unit_id in (select unit_id from units)
            else c.is_open or exists (select 1 from course_person n join course_person m on m.owner_id = ${owner}
              and m.course_id = me.id and m.part = 'learner' and m.person_id = n.person_id
              where n.owner_id = ${owner} and n.course_id = c.id and n.part = 'learner') end)
      select date_trunc('week', v.due_on)::date::text as week, count(*)::int as things,
        coalesce(sum(v.minutes), 0)::int as minutes, count(distinct v.course_id)::int as courses
      from others o join course_activity v on v.owner_id = ${owner} and v.course_id = o.id and v.ended_at is null
      join course_section s on s.owner_id = ${owner} and s.id = v.section_id and s.ended_at is null
      where v.due_on between ${today}::date and ${today}::date + 56
      group by 1 order by 1`),
  };
});

/** What the next eight weeks ask of the learners of a course elsewhere, for whoever chooses a day in it. */
export const selectLoad = async (
  db: Db,
  who: Who,
  { id }: { id: string },
  today: string,
): Promise<WeekLoad[]> => (await ask(db, who, { id, today })).weeks;
