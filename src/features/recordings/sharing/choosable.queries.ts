import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Visit } from '#platform/http/context.ts';

/** Somebody, or a whole group, to whom a recording can be shown. */
export interface Choosable {
  principal: string;
  name: string;
  sort: 'person' | 'coaching' | 'partnership' | 'programme';
}

/** So many people are listed that a name was looked for. */
const mostFound = 20;

const ask = composed((who, given: Given<{ today: string; sought: string | undefined }>) => {
  const [owner, me] = [who.organisationId, who.personId];
  const circles = [...who.standing.circles.keys()];
  const notManager = sql`not exists (select 1 from line_management l where l.owner_id = ${owner}
    and l.manager_id = p.id and l.person_id = ${me} and ${current('l', given.today)})`;
  return {
    circles: list<Choosable>(sql`select 'circle:' || c.id as principal, c.name, c.kind as sort
      from circle c where c.owner_id = ${owner} and c.ended_at is null and c.id = any(${circles}::uuid[])
        and c.kind in ('coaching', 'partnership', 'programme')
      order by c.kind, c.name, c.id`),
    people: list<Choosable>(sql`select 'person:' || p.id as principal, p.name, 'person' as sort
      from member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.kind in ('staff', 'guest') and ${current('m', given.today)}
        and p.id <> ${me} and ${notManager}
        and exists (select 1 from circle_member x where x.owner_id = ${owner} and x.person_id = p.id
          and x.circle_id = any(${circles}::uuid[]) and x.ends_at is null)
      order by m.sort_name, p.id`),
    found: list<Choosable>(
      given.sought === undefined
        ? sql`select '' as principal, '' as name, '' as sort where false`
        : sql`select 'person:' || p.id as principal, p.name, 'person' as sort
          from member m join person p on p.id = m.person_id
          where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', given.today)} and p.id <> ${me}
            and ${notManager} and strpos(lower(p.name), lower(${given.sought})) > 0
          order by m.sort_name, p.id limit ${mostFound}`,
    ),
  };
});

/**
 * To whom the reader may show a recording of theirs: the groups they are in, the people in them, and those of the staff
 * whose name holds `sought`. Their line managers are not among them. One statement.
 */
export async function selectChoosable(visit: Visit, sought: string): Promise<Choosable[]> {
  const { circles, people, found } = await ask(visit.db, visit.who, {
    today: visit.today,
    sought: sought || undefined,
  });
  return [...new Map([...people, ...found, ...circles].map((each) => [each.principal, each])).values()];
}
