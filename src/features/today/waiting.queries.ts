import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';

export interface Waiting {
  id: string;
  kind: string;
  href: string;
  dueAt: Date | null;
  createdAt: Date;
  doneAt: Date | null;
  /** Whether its person took it off the list themself, so that they can put it back. */
  aside: boolean;
  /** What it is about, when that is a group this person is in. */
  group: string | null;
  /** How many wait altogether. */
  total: number;
}

/** What waits for a person in the organisation they are in, what is due first; and what was done lately. */
export async function selectWaiting(
  db: Db,
  who: Who,
  { doneSince, limit }: { doneSince: Date; limit: number },
): Promise<Waiting[]> {
  // Of this organisation, or of somebody's own; not of another organisation one belongs to.
  const from = sql`(n.from_owner = ${who.organisationId}
    or not exists (select 1 from organisation o where o.id = n.from_owner))`;
  const circles = [...who.standing.circles.keys()];
  const { rows } = await sql<Waiting>`
    select w.id, w.kind, w.href, w.due_at as "dueAt", w.created_at as "createdAt", w.done_at as "doneAt", w.aside_at is not null as aside,
      c.name as "group", w.total
    from (
      (select n.*, count(*) over ()::int as total from notice n
        where n.owner_id = ${who.personId} and ${from}
          and n.done_at is null
        order by n.due_at nulls last, n.created_at limit ${limit})
      union all
      (select n.*, 0 as total from notice n
        where n.owner_id = ${who.personId} and ${from}
          and n.done_at > ${doneSince}
        order by n.done_at desc limit 10)) w
    left join item i on i.owner_id = ${who.organisationId} and i.id = w.item_id and i.ended_at is null
    left join circle c on c.owner_id = ${who.organisationId} and c.id = i.circle_id
      and c.id = any(${circles}::uuid[])
    order by w.done_at desc nulls first, w.due_at nulls last, w.created_at`.execute(db);
  return rows;
}
