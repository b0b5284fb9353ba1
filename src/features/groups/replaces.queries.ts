import { sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { groupPolicy } from '#features/programmes/index.ts';

/** A group with what its reader said that it takes the place of; no words where they said nothing. */
export interface Replaced {
  slug: string;
  title: string;
  words: string;
}

/** The running groups one is in, and those one has said this of, with one's own words. */
export function replacedOf(who: Who): List<Replaced> {
  const owner = who.organisationId;
  const mine = [...who.standing.circles.keys()];
  return list<Replaced>(sql`
      select p.slug, p.title, coalesce(r.words, '') as words
      from programme p join item i on i.owner_id = p.owner_id and i.id = p.id
      left join group_replaces r on r.owner_id = ${who.personId} and r.programme_id = p.id
      where p.owner_id = ${owner} and i.owner_id = ${owner} and p.sort = 'group' and p.closed_at is null
        and i.ended_at is null and ${who.sees('i', groupPolicy)}
        and p.id in (select unnest(${mine}::uuid[]) union
          select w.programme_id from group_replaces w where w.owner_id = ${who.personId})
      order by p.title, p.id`);
}

/** Whether a person has said this of a group. */
export async function hasReplaced(db: Db, personId: string, programmeId: string): Promise<boolean> {
  const found = await db
    .selectFrom('group_replaces')
    .select('owner_id')
    .where('owner_id', '=', personId)
    .where('programme_id', '=', programmeId)
    .executeTakeFirst();
  return found !== undefined;
}
