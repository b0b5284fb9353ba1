import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { OwnTagSet } from '../tags.ts';

export const tagSetsHref = (part = ''): string => `/recordings/tag-sets${part && `/${part}`}`;

/** The sets of tags that the school's own staff made, those taken away too; one statement. */
export async function selectOwnSets(db: Db, ownerId: string): Promise<OwnTagSet[]> {
  const { rows } = await sql<OwnTagSet>`
    select s.id, s.title, s.plain, s.tags, p.name as maker, s.version, s.ended_at as "endedAt"
    from recording_tag_set s join person p on p.id = s.made_by
    where s.owner_id = ${ownerId} order by s.title, s.id limit 200`.execute(db);
  return rows;
}

/** One of them. */
export async function selectOwnSet(db: Db, ownerId: string, id: string): Promise<OwnTagSet | undefined> {
  const { rows } = await sql<OwnTagSet>`
    select s.id, s.title, s.plain, s.tags, p.name as maker, s.version, s.ended_at as "endedAt"
    from recording_tag_set s join person p on p.id = s.made_by
    where s.owner_id = ${ownerId} and s.id = ${id}`.execute(db);
  return rows[0];
}
