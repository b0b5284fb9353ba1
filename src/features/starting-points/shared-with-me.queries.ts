import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { interviewNotesPolicy, startingPointsPolicy } from './starting-points.policy.ts';

/** Where something shared with this person is: its owner and its id. */
interface SharedPlace {
  ownerId: string;
  id: string;
  total: number;
}

/** Where to look for what is shared with a person, the latest first; the owners are then named one by one. */
export async function selectSharedPlaces(
  db: Db,
  who: Who,
  programmeId: string | null,
  page: { limit: number; offset: number },
): Promise<SharedPlace[]> {
  const { rows } = await sql<SharedPlace>`
    select person_id as "ownerId", starting_points_id as id, count(*) over ()::integer as total
    from starting_points_shared
    where owner_id = ${who.organisationId} and principal = any(${who.standing.principals}::text[]) and ended_at is null
      and person_id <> ${who.personId} and (${programmeId === null} or programme_id = ${programmeId})
    group by person_id, starting_points_id order by max(shared_at) desc, starting_points_id
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

interface SharedRow {
  ownerId: string;
  id: string;
  title: string;
  author: string;
  programme: string | null;
  updatedAt: Date;
  /** One's own notes of a talk about it. */
  notesId: string | null;
}

/** What stands at these places, as far as the kernel lets this person read it. */
export async function selectShared(db: Db, who: Who, places: readonly SharedPlace[]): Promise<SharedRow[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<SharedRow>`
    select i.owner_id as "ownerId", i.id, s.title, p.name as author, c.name as programme, s.updated_at as "updatedAt",
      (select n.id from interview_notes n join item ni on ni.owner_id = n.owner_id and ni.id = n.id
        where n.owner_id = ${who.organisationId} and n.starting_points_id = s.id and n.interviewer_id = ${who.personId}
        and ni.ended_at is null and ${who.sees('ni', interviewNotesPolicy)}) as "notesId"
    from item i
    join starting_points s on s.owner_id = i.owner_id and s.id = i.id
    join person p on p.id = i.owner_id
    left join circle c on c.owner_id = ${who.organisationId} and c.id = s.programme_id
    where i.owner_id = any(${places.map((place) => place.ownerId)}::uuid[]) and i.id = any(${places.map((place) => place.id)}::uuid[])
      and i.ended_at is null and ${who.sees('i', startingPointsPolicy)}
    order by p.sort_name, s.updated_at desc`.execute(db);
  return rows;
}
