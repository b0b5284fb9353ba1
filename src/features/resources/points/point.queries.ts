import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Change } from '#platform/http/context.ts';

/** A point of a curriculum that a page helps to teach. */
export interface TaughtPoint {
  id: string;
  code: string;
  words: string;
}

/** The points of a page in the order of their curriculum. */
export const pointsOfResource = (owner: string, id: Expression<string>): List<TaughtPoint> =>
  list<TaughtPoint>(sql`select s.id, s.code, s.words from resource_point p
    join framework_statement s on s.owner_id = ${owner} and s.id = p.statement_id
    where p.owner_id = ${owner} and p.resource_id = ${id} order by s.framework_id, s.position limit 500`);

export async function setResourcePoints(
  { tx, organisationId: owner_id, who, now }: Pick<Change, 'tx' | 'organisationId' | 'who' | 'now'>,
  resource_id: string,
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
): Promise<void> {
  if (added.length > 0)
    await tx
      .insertInto('resource_point')
      .values(
        added.map((statement_id) => ({
          owner_id,
          resource_id,
          statement_id,
          added_by: who.personId,
          added_at: now,
        })),
      )
      .onConflict((on) => on.doNothing())
      .execute();
  if (removed.length > 0)
    await tx
      .deleteFrom('resource_point')
      .where('owner_id', '=', owner_id)
      .where('resource_id', '=', resource_id)
      .where('statement_id', 'in', removed)
      .execute();
}

/** The ids of pages that name a point, in whichever version of its curriculum; a subquery. */
export const resourcesOfPoint = (owner: string, point: Expression<string>) =>
  sql`(select distinct p.resource_id as id from framework_statement me
    join framework fm on fm.owner_id = ${owner} and fm.id = me.framework_id
    join framework fo on fo.owner_id = ${owner} and fo.address = fm.address
    join framework_statement o on o.owner_id = ${owner} and o.framework_id = fo.id and o.address = me.address
    join resource_point p on p.owner_id = ${owner} and p.statement_id = o.id
    where me.owner_id = ${owner} and me.id = ${point})`;
