import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';

/** The pupil who is here with this id, or undefined. */
export async function pupilWithId(
  db: Db,
  owner: string,
  id: string,
  today: string,
): Promise<{ personId: string; name: string } | undefined> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select m.person_id as "personId", p.name from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and m.person_id = ${id} and m.kind = 'pupil' and ${notOver('m', today)}`.execute(
    db,
  );
  return rows[0];
}

/**
 * The one pupil with exactly this name. Where there are none or several nobody is guessed: what was written goes to
 * those who are named in the writer's words, and they say which child is meant.
 */
export async function onlyPupilNamed(
  db: Db,
  owner: string,
  name: string,
  today: string,
): Promise<string | null> {
  const { rows } = await sql<{ personId: string }>`
    select m.person_id as "personId" from member m join person p on p.id = m.person_id
    where m.owner_id = ${owner} and m.kind = 'pupil' and ${notOver('m', today)} and lower(p.name) = lower(${name})
    limit 2`.execute(db);
  return rows.length === 1 ? rows[0]!.personId : null;
}
