import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { OwnKind } from '#platform/http/feature.ts';

/** Something of one's own, in a list that has things of many rooms. */
export interface OwnItem {
  ownerId: string;
  id: string;
  kind: string;
  at: Date;
  /** What the room of its kind names and opens it by. */
  facts: unknown;
  /** Whom its author shared it with. Those who made it together with them are not among these. */
  readers: { principal: string; name: string | null }[];
  total: number;
}

export const ownItemsPageSize = 30;

export type OwnKinds = Readonly<Record<string, OwnKind>>;

interface Asked {
  personId: string;
  organisationIds: readonly string[];
  kinds: OwnKinds;
  page: number;
}

/** What a person has shared, the latest first. */
export function selectShared(db: Db, asked: Asked): Promise<OwnItem[]> {
  const otherwise = Object.entries(asked.kinds).flatMap(([kind, { shown }]) =>
    shown ? [sql`or (i.kind = ${kind} and ${shown.when('i', asked.organisationIds)})`] : [],
  );
  return selectOwn(
    db,
    asked,
    sql`i.created_at`,
    sql`i.ended_at is null and (exists (select 1 from audience_grant g
      where g.owner_id = i.owner_id and g.audience_id = i.audience_id and g.ability <> 'edit')
      ${sql.join(otherwise, sql` `)})`,
  );
}

/** What a person took away since `since`, the latest first. */
export const selectEnded = (db: Db, asked: Asked, since: Date): Promise<OwnItem[]> =>
  selectOwn(db, asked, sql`i.ended_at`, sql`i.ended_at > ${since}`);

/** What the rooms name the items under `i` by, as a column. */
export const factsOf = (
  kinds: OwnKinds,
  organisationIds: Parameters<OwnKind['facts']>[1],
): RawBuilder<unknown> => {
  const each = Object.entries(kinds).map(
    ([kind, own]) => sql`when i.kind = ${kind} then ${own.facts('i', organisationIds)}`,
  );
  return sql`case ${sql.join(each, sql` `)} end`;
};

async function selectOwn(
  db: Db,
  { personId, organisationIds, kinds, page }: Asked,
  at: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
): Promise<OwnItem[]> {
  const owners = [personId, ...organisationIds];
  const { rows } = await sql<OwnItem>`
    select i.owner_id as "ownerId", i.id, i.kind, ${at} as at, count(*) over ()::integer as total,
      ${factsOf(kinds, organisationIds)} as facts,
      coalesce((select json_agg(json_build_object('principal', g.principal,
          'name', coalesce(p.name, c.name, u.name)) order by g.principal)
        from audience_grant g
        left join person p on g.principal = 'person:' || p.id
        left join circle c on c.owner_id = any(${owners}::uuid[]) and c.id::text = split_part(g.principal, ':', 2)
        left join unit u on u.owner_id = any(${owners}::uuid[]) and g.principal = 'unit:' || u.id
        where g.owner_id = i.owner_id and g.audience_id = i.audience_id and g.ability <> 'edit'), '[]'::json) as readers
    from item i
    where i.owner_id = any(${owners}::uuid[]) and i.author_id = ${personId}
      and i.kind = any(${Object.keys(kinds)}::text[]) and ${which}
    order by ${at} desc, i.id
    limit ${ownItemsPageSize} offset ${(page - 1) * ownItemsPageSize}`.execute(db);
  // A row whose room finds nothing of it any more has nothing to be named by.
  return rows.filter((row) => row.facts !== null);
}
