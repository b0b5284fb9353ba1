import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { role } from '#features/people/index.ts';
import { countParked } from './parked.queries.ts';

/** What a school looks like now, in numbers of things, never of what people wrote. */
export interface SchoolNow {
  staff: number;
  staffWithAccount: number;
  /** Those who have an account or an invitation to open one. */
  staffInvited: number;
  pupils: number;
  guests: number;
  administrators: number;
  learningLeaders: number;
  safeguardingLeads: number;
  /** Classes and forms with pupils in them. */
  classes: number;
  /** Pupils to whom at least one grown-up is linked. */
  pupilsWithFamily: number;
  /** A timetable is in force or will be. */
  hasTimetable: boolean;
  /** 'class' or 'lesson', as the settings say or else the classes; null where there are none yet. */
  teachesBy: string | null;
  priorities: number;
  askings: number;
  designed: number;
  running: number;
  /** The term of today, else the next; null when none is written down. */
  term: { name: string; startsOn: string; endsOn: string } | null;
  /** Two terms that are written down share a day. */
  termsOverlap: boolean;
  /** The next training day. */
  training: { name: string; startsOn: string } | null;
  /** Messages that were given up and wait for an administrator. */
  parked: number;
  /** The schools directly below it, as of a trust; by name. */
  schools: { id: string; name: string }[];
}

export async function selectSchoolNow(db: Db, owner: string, today: string): Promise<SchoolNow> {
  const { rows } = await sql<SchoolNow>`
    select
      count(*) filter (where m.kind = 'staff')::int as staff,
      count(*) filter (where m.kind = 'staff' and c.person_id is not null)::int as "staffWithAccount",
      count(*) filter (where m.kind = 'staff' and (c.person_id is not null or exists (select 1 from event v
        where v.owner_id = ${owner} and v.item_id = m.person_id
          and v.kind in ('person.invited', 'person.link-made'))))::int as "staffInvited",
      count(*) filter (where m.kind = 'pupil')::int as pupils,
      count(*) filter (where m.kind = 'guest')::int as guests,
      (select count(distinct person_id)::int from appointment a where owner_id = ${owner} and role = 'administrator'
        and ${current('a', today)}) as administrators,
      (select count(distinct person_id)::int from appointment a where owner_id = ${owner} and role = 'cpd-leader'
        and ${current('a', today)}) as "learningLeaders",
      (select count(distinct a.person_id)::int from appointment a join member s on s.owner_id = ${owner}
        and s.person_id = a.person_id and ${current('s', today)}
        where a.owner_id = ${owner} and a.role = ${role.safeguardingLead} and ${current('a', today)}) as "safeguardingLeads",
      (select count(distinct u.id)::int from unit u join membership s on s.owner_id = ${owner} and s.unit_id = u.id
        and s.part = 'pupil' and ${current('s', today)}
        where u.owner_id = ${owner} and u.kind in ('class', 'form') and u.ended_at is null) as classes,
      (select count(distinct f.pupil_id)::int from family_relation f join member k on k.owner_id = ${owner}
        and k.person_id = f.pupil_id and k.kind = 'pupil' and ${current('k', today)}
        where f.owner_id = ${owner} and f.ended_at is null) as "pupilsWithFamily",
      exists (select 1 from timetable v where v.owner_id = ${owner} and v.published_at is not null and v.ended_at is null
        and (v.ends_on is null or v.ends_on >= ${today})) as "hasTimetable",
      (select coalesce(o.teaches_by, case when exists (select 1 from unit u where u.owner_id = ${owner} and u.ended_at is null
            and (u.kind = 'form' or u.kind = 'class' and u.subject is not null)) then 'lesson'
          when exists (select 1 from unit u where u.owner_id = ${owner} and u.ended_at is null and u.kind = 'class') then 'class' end)
        from organisation o where o.id = ${owner}) as "teachesBy",
      (select count(*)::int from school_priority p where owner_id = ${owner} and ${current('p', today)}) as priorities,
      (select count(*)::int from needs_asking where owner_id = ${owner}) as askings,
      (select count(*)::int from programme where owner_id = ${owner} and published_at is null) as designed,
      (select count(*)::int from programme where owner_id = ${owner} and published_at is not null
        and closed_at is null) as running,
      (select json_build_object('name', name, 'startsOn', starts_on, 'endsOn', ends_on) from term
        where owner_id = ${owner} and kind = 'term' and ended_at is null and ends_on >= ${today}
        order by starts_on limit 1) as term,
      exists (select 1 from term a join term b on b.owner_id = ${owner} and a.id < b.id
        and a.starts_on <= b.ends_on and b.starts_on <= a.ends_on
        where a.owner_id = ${owner} and a.kind = 'term' and b.kind = 'term'
          and a.ended_at is null and b.ended_at is null) as "termsOverlap",
      (select json_build_object('name', name, 'startsOn', starts_on) from closure
        where owner_id = ${owner} and kind = 'training-day' and ended_at is null and starts_on >= ${today}
        order by starts_on limit 1) as training,
      ${countParked(owner)} as parked,
      coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.sort_name) from organisation o
        where o.parent_id = ${owner} and o.ended_at is null), '[]'::json) as schools
    from member m left join credential c on c.person_id = m.person_id
    where m.owner_id = ${owner} and ${current('m', today)}`.execute(db);
  return rows[0]!;
}
