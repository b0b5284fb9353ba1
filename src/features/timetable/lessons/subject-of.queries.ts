import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';

/** Whose lessons a page shows. */
export type SubjectOf = 'class' | 'teacher' | 'room';

/** The class, colleague or room of a page; those who have left are found too, for timetables of earlier days. */
export async function selectSubject(
  db: Db,
  owner: string,
  of: SubjectOf,
  id: string,
): Promise<{ id: string; name: string } | undefined> {
  if (!isId(id)) return undefined;
  const select = {
    class: sql`select u.id, u.name from unit u where u.owner_id = ${owner} and u.id = ${id}
      and u.kind in ('class', 'form')`,
    teacher: sql`select p.id, p.name from member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.person_id = ${id} and m.kind = 'staff'`,
    room: sql`select r.id, r.name from room r where r.owner_id = ${owner} and r.id = ${id}`,
  }[of];
  const { rows } = await sql<{ id: string; name: string }>`${select}`.execute(db);
  return rows[0];
}
