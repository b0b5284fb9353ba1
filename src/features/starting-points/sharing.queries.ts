import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { principals } from '#platform/access/items.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';

/** The parts of a programme that work with a teacher on their starting points. */
const helpingParts = ['specialist', 'facilitator'] as const;

const myCircles = (who: Who) => sql`any(${[...who.standing.circles.keys()]}::uuid[])`;

/** Whom a teacher can share with: the staff of the school, and the specialists and facilitators of their programmes. */
const reachable = (
  who: Who,
  today: string,
) => sql`m.owner_id = ${who.organisationId} and m.person_id <> ${who.personId}
  and ${current('m', today)} and (m.kind = 'staff' or exists (
    select 1 from circle_member cm join circle c on c.owner_id = cm.owner_id and c.id = cm.circle_id
    where cm.owner_id = m.owner_id and cm.person_id = m.person_id and cm.ends_at is null and c.kind = 'programme'
      and c.ended_at is null and cm.circle_id = ${myCircles(who)} and cm.part = any(${helpingParts}::text[])))`;

interface Reachable {
  personId: string;
  name: string;
}

/** Those whose name holds what was typed, twenty at most. */
export async function searchReachable(db: Db, who: Who, words: string, today: string): Promise<Reachable[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Reachable>`
    select m.person_id as "personId", p.name from member m join person p on p.id = m.person_id
    where ${reachable(who, today)} and p.ended_at is null and p.name ilike ${pattern}
    order by m.sort_name limit 20`.execute(db);
  return rows;
}

/** The name of one of them, or undefined when the person cannot be shared with. */
export async function selectReachable(
  db: Db,
  who: Who,
  personId: string,
  today: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select p.name from member m join person p on p.id = m.person_id
    where ${reachable(who, today)} and p.ended_at is null and m.person_id = ${personId}`.execute(db);
  return rows[0]?.name;
}

interface SharePart {
  programmeId: string;
  programme: string;
  part: (typeof helpingParts)[number];
  /** Who is in that part now. */
  people: string[];
}

/** The specialists and the facilitators of the programmes one is in, as groups to share with. */
export async function selectShareParts(db: Db, who: Who): Promise<SharePart[]> {
  const { rows } = await sql<SharePart>`
    select c.id as "programmeId", c.name as programme, cm.part, array_agg(p.name order by p.sort_name) as people
    from circle c
    join circle_member cm on cm.owner_id = c.owner_id and cm.circle_id = c.id
    join person p on p.id = cm.person_id
    where c.owner_id = ${who.organisationId} and c.id = ${myCircles(who)} and c.kind = 'programme' and c.ended_at is null
      and cm.ends_at is null and cm.part = any(${helpingParts}::text[])
    group by c.id, c.name, cm.part order by c.name, cm.part desc`.execute(db);
  return rows;
}

/** The principal of such a group, as a form sends it. */
export const partPrincipal = ({ programmeId, part }: Pick<SharePart, 'programmeId' | 'part'>): string =>
  principals.circle(programmeId, part);
