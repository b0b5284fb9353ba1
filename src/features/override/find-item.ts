import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

export interface FoundItem {
  ownerId: string;
  id: string;
  kind: string;
  authorId: string;
}

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const mostIds = 10;

/**
 * What an address or an id names, when it is of one of these kinds and within the reach of the organisation:
 * what is in its keeping, and what those who work there now have written since they came. What people wrote
 * elsewhere is no school's to open.
 */
export async function findItem(
  db: Db,
  organisationId: string,
  text: string,
  kinds: readonly string[],
): Promise<FoundItem | undefined> {
  // The thing itself stands last in an address.
  const wanted = [...new Set(text.toLowerCase().match(ids) ?? [])].toReversed().slice(0, mostIds);
  if (wanted.length === 0) return undefined;
  const { rows } = await sql<FoundItem>`
    select i.owner_id as "ownerId", i.id, i.kind, i.author_id as "authorId" from item i
    where i.owner_id = ${organisationId} and i.id = any(${wanted}::uuid[]) and i.kind = any(${kinds}::text[])
    union all
    select i.owner_id as "ownerId", i.id, i.kind, i.author_id as "authorId"
    from member m join item i on i.owner_id = m.person_id
    where m.owner_id = ${organisationId} and m.kind = 'staff' and m.ended_at is null
      and i.id = any(${wanted}::uuid[]) and i.kind = any(${kinds}::text[]) and i.created_at >= m.created_at`.execute(
    db,
  );
  return rows.toSorted((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id))[0];
}
