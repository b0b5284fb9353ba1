import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
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
