import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';

export interface Companion {
  personId: string;
  name: string;
}

/**
 * The people one works with closely: partners, whoever one coaches or is coached by, the others of one's groups.
 * Nobody who manages one, and nobody whom one manages. One statement.
 */
export async function selectCompanions(db: Db, who: Who, today: string): Promise<Companion[]> {
  const [owner, me] = [who.organisationId, who.personId];
  const { rows } = await sql<Companion>`
    select p.id as "personId", p.name from person p
    where p.id in (select m.person_id from circle c
        join circle_member m on m.owner_id = c.owner_id and m.circle_id = c.id
        left join programme g on g.owner_id = c.owner_id and g.id = c.id
        where c.owner_id = ${owner} and c.id = any(${[...who.standing.circles.keys()]}::uuid[]) and c.ended_at is null
          and m.person_id <> ${me} and m.part <> 'invited' and m.ends_at is null
          and (c.kind in ('partnership', 'coaching') or g.sort = 'group'))
      and not exists (select 1 from line_management l where l.owner_id = ${owner} and ${current('l', today)}
        and ((l.manager_id = ${me} and l.person_id = p.id) or (l.manager_id = p.id and l.person_id = ${me})))
    order by p.sort_name, p.id`.execute(db);
  return rows;
}
