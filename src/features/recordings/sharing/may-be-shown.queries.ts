import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Change } from '#platform/http/context.ts';

/**
 * Of these principals those to whom the person may show something of their own: groups they are in, and members of
 * staff and guests of the school who do not manage them.
 */
export async function selectMayBeShown(
  change: Change,
  wanted: readonly string[],
): Promise<ReadonlySet<string>> {
  const [owner, me] = [change.organisationId, change.who.personId];
  const circles = [...change.who.standing.circles.keys()];
  const { rows } = await sql<{ principal: string }>`
    select 'circle:' || c.id as principal from circle c
    where c.owner_id = ${owner} and c.ended_at is null and c.id = any(${circles}::uuid[])
      and 'circle:' || c.id = any(${wanted}::text[])
    union all
    select 'person:' || m.person_id from member m
    where m.owner_id = ${owner} and m.kind in ('staff', 'guest') and ${current('m', change.today)} and m.person_id <> ${me}
      and 'person:' || m.person_id = any(${wanted}::text[])
      and not exists (select 1 from line_management l where l.owner_id = ${owner} and l.manager_id = m.person_id
        and l.person_id = ${me} and ${current('l', change.today)})`.execute(change.tx);
  return new Set(rows.map(({ principal }) => principal));
}
