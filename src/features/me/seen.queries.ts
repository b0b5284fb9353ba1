import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';

export interface SeenRow {
  id: string;
  itemId: string;
  at: Date;
  reader: string;
  kind: string;
  purpose: string;
  manner: string;
}

export const seenPageSize = 50;

/**
 * The log of what is one person's, newest first: in the organisations they belong to and among what
 * is their own. What must stay hidden for somebody's safety is left out until its day.
 */
export async function selectSeen(
  db: Db,
  who: Who,
  filter: { page: number; kind: string },
  now: Date,
): Promise<{ rows: SeenRow[]; total: number }> {
  const { rows } = await ask(db, who, {
    now,
    kind: filter.kind || undefined,
    offset: (filter.page - 1) * seenPageSize,
  });
  return { rows, total: rows[0]?.total ?? 0 };
}

const ask = composed(
  (who, { now, kind, offset }: Given<{ now: Date; kind: string | undefined; offset: number }>) => ({
    rows: list<SeenRow & { total: number }>(
      sql`select l.id, l.item_id as "itemId", l.at, p.name as reader, l.item_kind as kind, l.purpose, l.manner, count(*) over () as total
      from access_log l join person p on p.id = l.reader_id
      where l.owner_id = any(${who.personId}::uuid || array(
          select a.organisation_id from affiliation a where a.owner_id = ${who.personId}))
        and l.subject_id = ${who.personId} and (l.hidden_until is null or l.hidden_until <= ${now})
        ${kind ? sql`and l.item_kind = ${kind}` : sql``}
      order by l.at desc, l.id desc limit ${seenPageSize} offset ${offset}`,
      { at: 'moment' },
    ),
  }),
);
