import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import type { Timetable } from '../timetable.ts';

/** A class, teacher or room, and how many lessons of a cycle it has. */
export interface Part {
  sort: 'class' | 'teacher' | 'room';
  id: string;
  name: string;
  lessons: number;
}

/** Every class and form, every teacher with a lesson, every room. */
export async function selectWhatIsIn(
  db: Db,
  owner: string,
  { id }: Pick<Timetable, 'id'>,
  today: string,
): Promise<Part[]> {
  const { rows } = await sql<Part & { order: string }>`
    select 'class' as sort, u.id, u.name, u.sort_name as "order", count(l.id)::int as lessons
    from unit u left join timetabled_lesson l on l.owner_id = u.owner_id and l.unit_id = u.id
      and l.timetable_id = ${id} and l.ended_at is null
    where u.owner_id = ${owner} and u.kind in ('class', 'form') and u.ended_at is null
    group by u.id, u.name, u.sort_name
    union all
    select 'teacher', p.id, p.name, p.sort_name, count(l.id)::int
    from timetabled_teacher x join timetabled_lesson l on l.owner_id = x.owner_id and l.id = x.lesson_id
    join person p on p.id = x.person_id
    where x.owner_id = ${owner} and l.timetable_id = ${id} and l.ended_at is null
      and exists (select 1 from member m where m.owner_id = ${owner} and m.person_id = p.id and ${notOver('m', today)})
    group by p.id, p.name, p.sort_name
    union all
    select 'room', r.id, r.name, r.sort_name, count(l.id)::int
    from room r left join timetabled_lesson l on l.owner_id = r.owner_id and l.room_id = r.id
      and l.timetable_id = ${id} and l.ended_at is null
    where r.owner_id = ${owner} and r.kind = 'room' and r.ended_at is null
    group by r.id, r.name, r.sort_name
    order by 1, 4`.execute(db);
  return rows;
}
