import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';

/** What rows of a list and lines of a form may mean. */
export interface Known {
  staff: KnownPerson[];
  units: KnownThing[];
  rooms: KnownThing[];
}
export interface KnownPerson {
  id: string;
  name: string;
  code: string | null;
  emails: string[];
}
export interface KnownThing {
  id: string;
  name: string;
}

/**
 * Staff, classes and forms, and rooms of a school, in one statement. Forms come before classes, so that of a form and a
 * class of one name the class is found.
 */
export async function selectKnown(db: Db, owner: string, today: string): Promise<Known> {
  const { rows } = await sql<Known>`select
    (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'code', m.staff_code, 'emails',
        array(select e.address from person_email e where e.person_id = p.id and e.kind = 'work')) order by m.sort_name, p.id), '[]'::json)
      from member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.kind = 'staff' and ${notOver('m', today)}) as staff,
    (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.kind desc, u.sort_name, u.id), '[]'::json)
      from unit u where u.owner_id = ${owner} and u.kind in ('class', 'form') and u.ended_at is null) as units,
    (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name) order by r.sort_name, r.id), '[]'::json)
      from room r where r.owner_id = ${owner} and r.kind = 'room' and r.ended_at is null) as rooms`.execute(
    db,
  );
  return rows[0]!;
}
