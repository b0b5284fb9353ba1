import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { CycleWeek, Weekday } from '../timetable.ts';

export const clashSorts = [
  'teacher',
  'room',
  'class',
  'pupils',
  'working-days',
  'no-teacher',
  'no-room',
] as const;
export type ClashSort = (typeof clashSorts)[number];

/** One thing to look at. */
export interface Clash {
  sort: ClashSort;
  /** Who or what is in two places; of pupils, how many. */
  who: string;
  weekday: Weekday;
  period: string;
  week: CycleWeek;
  lessons: { id: string; unit: string; subject: string }[];
}

/** So many of each sort are read; the counts are of all. */
export const mostOfEach = 100;

/**
 * All clashes of a version, in one statement. Pupils count through the classes they are in on `day`; a teacher's days are
 * asked for only where whoever reads may know them.
 */
export async function selectClashes(
  db: Db,
  owner: string,
  timetableId: string,
  { day, withDays }: { day: string; withDays: boolean },
): Promise<{ clashes: Clash[]; counts: Partial<Record<ClashSort, number>> }> {
  const { rows } = await sql<Clash & { total: number }>`
    with lesson as (
      select l.id, l.period_id, l.week, l.unit_id, l.room_id, l.subject, p.weekday, p.name as period, p.kind,
        p.starts_at, p.ends_at
      from timetabled_lesson l join period p on p.owner_id = l.owner_id and p.id = l.period_id
      where l.owner_id = ${owner} and p.owner_id = ${owner} and l.timetable_id = ${timetableId}
        and l.ended_at is null and p.ended_at is null
    ), place as (
      select l.*, w.letter from lesson l cross join lateral (values ('A'), ('B')) w (letter)
      where l.week in ('both', w.letter)
    ), teaching as (
      select l.*, t.person_id from place l
      join timetabled_teacher t on t.owner_id = ${owner} and t.lesson_id = l.id
    ), found (sort, who_id, extra, period_id, letter, lessons) as (
      ${twice('teacher', 'teaching', 'person_id')}
      union all ${twice('room', 'place', 'room_id')}
      union all ${twice('class', 'place', 'unit_id')}
      union all ${pupilsTwice(owner, day)}
      ${withDays ? sql`union all ${outsideDays(owner)}` : sql``}
      union all select 'no-teacher', null::uuid, 0, l.period_id, l.letter, array[l.id] from place l
        where l.kind in ('lesson', 'registration')
          and not exists (select 1 from timetabled_teacher t where t.owner_id = ${owner} and t.lesson_id = l.id)
      union all select 'no-room', null::uuid, 0, l.period_id, l.letter, array[l.id] from place l
        where l.kind in ('lesson', 'registration') and l.room_id is null
    ), once as (
      select f.sort, f.who_id, f.extra, f.period_id, f.lessons,
        case count(*) when 2 then 'both' else min(f.letter) end as week
      from found f group by f.sort, f.who_id, f.extra, f.period_id, f.lessons
    ), numbered as (
      select o.*, p.weekday, p.name as period, p.starts_at,
        count(*) over (partition by o.sort)::int as total,
        row_number() over (partition by o.sort order by
          array_position(array['monday','tuesday','wednesday','thursday','friday','saturday','sunday'], p.weekday),
          p.starts_at, o.lessons) as n
      from once o join period p on p.owner_id = ${owner} and p.id = o.period_id
    )
    select n.sort, n.weekday, n.period, n.week, n.total,
      case n.sort when 'teacher' then (select x.name from person x where x.id = n.who_id)
        when 'working-days' then (select x.name from person x where x.id = n.who_id)
        when 'room' then (select r.name from room r where r.owner_id = ${owner} and r.id = n.who_id)
        when 'class' then (select u.name from unit u where u.owner_id = ${owner} and u.id = n.who_id)
        else n.extra::text end as who,
      (select json_agg(json_build_object('id', l.id, 'unit', u.name, 'subject', l.subject) order by u.sort_name, l.id)
        from lesson l join unit u on u.owner_id = ${owner} and u.id = l.unit_id where l.id = any(n.lessons)) as lessons
    from numbered n where n.n <= ${mostOfEach} order by n.sort, n.n`.execute(db);
  const counts = Object.fromEntries(rows.map(({ sort, total }) => [sort, total]));
  return { clashes: rows, counts };
}

/** One thing in more than one lesson at once. */
const twice = (sort: ClashSort, from: 'place' | 'teaching', column: string): RawBuilder<unknown> => sql`
  select ${sql.lit(sort)}, x.${sql.ref(column)}, 0, x.period_id, x.letter, array_agg(x.id order by x.id)
  from ${sql.table(from)} x where x.${sql.ref(column)} is not null
  group by x.${sql.ref(column)}, x.period_id, x.letter having count(*) > 1`;

/** Classes that share pupils, in the same period: the pupils two classes share are counted once, not once a period. */
const pupilsTwice = (owner: string, day: string): RawBuilder<unknown> => sql`
  select 'pupils', null::uuid, s.pupils, x.period_id, x.letter, array[least(x.id, y.id), greatest(x.id, y.id)]
  from (
    select b.unit_id as one, c.unit_id as other, count(*)::int as pupils
    from membership b join membership c on c.owner_id = b.owner_id and c.person_id = b.person_id
      and c.unit_id > b.unit_id
    where b.owner_id = ${owner} and c.owner_id = ${owner} and b.part = 'pupil' and c.part = 'pupil'
      and b.ended_at is null and (b.starts_on is null or b.starts_on <= ${day})
      and (b.ends_on is null or b.ends_on >= ${day})
      and c.ended_at is null and (c.starts_on is null or c.starts_on <= ${day})
      and (c.ends_on is null or c.ends_on >= ${day})
      and exists (select 1 from lesson l where l.unit_id = b.unit_id)
      and exists (select 1 from lesson l where l.unit_id = c.unit_id)
    group by b.unit_id, c.unit_id
  ) s
  join place x on x.unit_id = s.one
  join place y on y.unit_id = s.other and y.period_id = x.period_id and y.letter = x.letter`;

/** Lessons on a day, or at a time, at which somebody does not work; those who have said nothing work every day. */
const outsideDays = (owner: string): RawBuilder<unknown> => sql`
  select 'working-days', x.person_id, 0, x.period_id, x.letter, array_agg(x.id order by x.id)
  from teaching x join working_pattern w on w.owner_id = ${owner} and w.person_id = x.person_id
  where not exists (
    select 1 from jsonb_to_recordset(w.days) d (day text, "from" text, until text)
    where d.day = x.weekday and (d."from" is null or d."from"::time <= x.starts_at)
      and (d.until is null or d.until::time >= x.ends_at))
  group by x.person_id, x.period_id, x.letter`;
