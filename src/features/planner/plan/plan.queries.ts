import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { insertItem } from '#platform/access/items.ts';
import { itemList } from '#platform/access/select-item.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { planPolicy } from '../planner.policy.ts';
import { above, copiesHere, releasesOf } from '../release/release.queries.ts';
import { datesOf } from '../school-year.ts';
import type { PlanPart } from './plan.ts';

interface Asked {
  year: number;
  now: Date;
  today: string;
}

/** All that the planner of a year shows, in one statement. */
export const selectPlan = composed((who, { year, now, today }: Given<Asked>) => {
  const owner = who.organisationId;
  return {
    items: itemList(who, {
      ownerId: sql.val(owner),
      id: sql<string>`(select p.id from mentoring_plan p where p.owner_id = ${owner} and p.year = ${year})`,
      now,
    }),
    parts: list<PlanPart>(
      sql`select r.id, r.relationship, r.cells, r.version, n.name as "writtenBy", r.written_at as "writtenAt"
        from mentoring_plan p
        join mentoring_plan_part r on r.owner_id = p.owner_id and r.plan_id = p.id
        join person n on n.id = r.written_by
        where p.owner_id = ${owner} and r.owner_id = ${owner} and p.year = ${year}`,
      { writtenAt: 'moment' },
    ),
    years: list<{ year: number }>(sql`select p.year from mentoring_plan p
      where p.owner_id = ${owner} order by p.year desc limit 20`),
    dates: datesOf(owner),
    // Counts only. Mentoring for a challenge is known to its people and the co-ordinator alone, so it is not counted.
    running: list<{ kind: string; n: number }>(sql`select p.kind, count(*)::int as n from pairing p
      where p.owner_id = ${owner} and p.agreed_at is not null and p.ended_at is null
        and (p.starts_on is null or p.starts_on <= ${today}) and (p.ends_on is null or p.ends_on >= ${today})
        and p.purpose is distinct from 'challenge'
      group by p.kind`),
    above: above(owner),
    releases: releasesOf(owner, 'plan', year),
    copies: copiesHere(owner),
  };
});

/** The plan of a year, made when there is none yet. */
export async function planOf(change: Change, year: number): Promise<{ ownerId: string; id: string }> {
  const { tx, organisationId: ownerId, now } = change;
  const id = newId(now);
  const made = await tx
    .insertInto('mentoring_plan')
    .values({ owner_id: ownerId, id, year, created_at: now })
    .onConflict((conflict) => conflict.columns(['owner_id', 'year']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) {
    await insertItem(tx, { ownerId, id, policy: planPolicy, authorId: change.who.personId }, now);
    return { ownerId, id };
  }
  const there = await tx
    .selectFrom('mentoring_plan')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return { ownerId, id: there.id };
}

/** One part as it stands, held until the change is written; undefined while nothing was said. */
export const lockPart = (
  tx: Db,
  plan: { ownerId: string; id: string },
  relationship: string,
): Promise<{ id: string; version: number; cells: unknown } | undefined> =>
  tx
    .selectFrom('mentoring_plan_part')
    .select(['id', 'version', 'cells'])
    .where('owner_id', '=', plan.ownerId)
    .where('plan_id', '=', plan.id)
    .where('relationship', '=', relationship)
    .forUpdate()
    .executeTakeFirst();
