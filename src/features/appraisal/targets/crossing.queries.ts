import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { targetHref } from './target.ts';

/** Who reads a target of somebody's as soon as it is saved: the names of their line managers today. One statement. */
export async function selectReadersOfMyTargets(
  db: Db,
  { personId, organisationId }: Pick<Who, 'personId' | 'organisationId'>,
  today: string,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select m.name from line_management lm join person m on m.id = lm.manager_id
    where lm.owner_id = ${organisationId} and lm.person_id = ${personId} and ${current('lm', today)}
    order by m.sort_name, m.id`.execute(db);
  return rows.map(({ name }) => name);
}

/** The address of one's own standing target of a year with these words, if there is one. One statement. */
export async function selectTargetWithWords(
  db: Db,
  { personId, organisationId }: Pick<Who, 'personId' | 'organisationId'>,
  { wording, year }: { wording: string; year: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select g.id from appraisal_target g join item i on i.owner_id = g.owner_id and i.id = g.id
    where g.owner_id = ${organisationId} and i.owner_id = ${organisationId} and g.person_id = ${personId}
      and g.year = ${year} and lower(g.wording) = lower(${wording.trim()}) and i.ended_at is null
    order by g.written_at limit 1`.execute(db);
  return rows[0] && targetHref(rows[0]);
}
