import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import type { UnitKind, UnitPart } from './units.ts';

interface ListedUnit {
  id: string;
  kind: UnitKind;
  name: string;
  subject: string | null;
  yearLabel: string | null;
  staff: number;
  pupils: number;
}

/** The units of a school with how many belong to each, by name; 500 at most. */
export async function selectUnits(db: Db, owner: string, today: string): Promise<ListedUnit[]> {
  const { rows } = await sql<ListedUnit>`
    select u.id, u.kind, u.name, u.subject, u.year_label as "yearLabel",
      count(s.id) filter (where s.part <> 'pupil')::int as staff,
      count(s.id) filter (where s.part = 'pupil')::int as pupils
    from unit u left join membership s on s.owner_id = ${owner} and s.unit_id = u.id and ${notOver('s', today)}
    where u.owner_id = ${owner} and u.ended_at is null
    group by u.owner_id, u.id
    order by u.sort_name, u.id
    limit 500`.execute(db);
  return rows;
}

export interface Unit {
  id: string;
  kind: UnitKind;
  name: string;
  subject: string | null;
  yearLabel: string | null;
  ended: boolean;
  people: { id: string; personId: string; name: string; part: UnitPart }[];
}

/** One unit with its people, teachers first. Throws `NotFound`. */
export async function selectUnit(db: Db, owner: string, id: string, today: string): Promise<Unit> {
  if (!isId(id)) throw new NotFound();
  const { rows } = await sql<Unit>`
    select u.id, u.kind, u.name, u.subject, u.year_label as "yearLabel", u.ended_at is not null as ended,
      coalesce((select json_agg(json_build_object('id', s.id, 'personId', p.id, 'name', p.name, 'part', s.part)
          order by s.part = 'pupil', s.part desc, p.sort_name)
        from membership s join person p on p.id = s.person_id
        where s.owner_id = ${owner} and s.unit_id = u.id and ${notOver('s', today)}), '[]'::json) as people
    from unit u where u.owner_id = ${owner} and u.id = ${id}`.execute(db);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

export interface Candidate {
  personId: string;
  name: string;
  kind: MemberKind;
  about: string | null;
}

/** Staff and pupils whose name holds these parts and who are not in the unit: to be added. */
export async function selectCandidates(
  db: Db,
  owner: string,
  unitId: string,
  search: string,
  today: string,
): Promise<Candidate[]> {
  const parts = comparable(search).split(' ').filter(Boolean);
  if (parts.length === 0) return [];
  const { rows } = await sql<Candidate>`
    select p.id as "personId", p.name, m.kind, coalesce(m.year_label, m.job_title) as about
    from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and ${notOver('m', today)} and m.kind in ('staff', 'pupil')
      and ${sql.join(
        parts.map((part) => sql`m.sort_name like ${`%${part}%`}`),
        sql` and `,
      )}
      and not exists (select 1 from membership s where s.owner_id = ${owner} and s.unit_id = ${unitId}
        and s.person_id = m.person_id and ${notOver('s', today)})
    order by m.sort_name, p.id limit 20`.execute(db);
  return rows;
}
