import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Visit } from '#platform/http/context.ts';
import { factsOf, type OwnKinds } from './own-items.queries.ts';

export interface SeenRow {
  id: string;
  ownerId: string;
  itemId: string;
  at: Date;
  reader: string;
  kind: string;
  purpose: string;
  manner: string;
  /** What the room names the item by, and when it was made; null where it does not, or the item has ended. */
  facts: unknown;
  madeAt: Date | null;
}

export const seenPageSize = 50;

/**
 * The log of what is one person's, newest first: in the organisations they belong to and among what
 * is their own. What must stay hidden for somebody's safety is left out until its day.
 */
export function seenIn(kinds: () => OwnKinds) {
  const ask = composed(
    (who, { now, kind, offset }: Given<{ now: Date; kind: string | undefined; offset: number }>) => {
      const organisationIds = sql`array(
        select a.organisation_id from affiliation a where a.owner_id = ${who.personId})`;
      return {
        rows: list<SeenRow & { total: number }>(
          sql`select l.*, i.created_at as "madeAt", ${factsOf(kinds(), organisationIds)} as facts
          from (select l.id, l.owner_id as "ownerId", l.item_id as "itemId", l.at, p.name as reader,
              l.item_kind as kind, l.purpose, l.manner, count(*) over () as total
            from access_log l join person p on p.id = l.reader_id
            where l.owner_id = any(${who.personId}::uuid || ${organisationIds})
              and l.subject_id = ${who.personId} and (l.hidden_until is null or l.hidden_until <= ${now})
              ${kind ? sql`and l.item_kind = ${kind}` : sql``}
            order by l.at desc, l.id desc limit ${seenPageSize} offset ${offset}) l
          left join item i on i.owner_id = l."ownerId" and i.id = l."itemId"
            and i.author_id = ${who.personId} and i.ended_at is null
          order by l.at desc, l.id desc`,
          { at: 'moment', madeAt: 'moment' },
        ),
      };
    },
  );
  return async (
    { db, who, now }: Visit,
    filter: { page: number; kind: string },
  ): Promise<{ rows: SeenRow[]; total: number }> => {
    const { rows } = await ask(db, who, {
      now,
      kind: filter.kind || undefined,
      offset: (filter.page - 1) * seenPageSize,
    });
    return { rows, total: rows[0]?.total ?? 0 };
  };
}
