import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { planPolicy } from './plan.policy.ts';

/** What the school does about one principle for everybody who is new. */
export interface ForAll {
  id: string;
  principle: string;
  words: string;
  version: number;
}

export interface SchoolInduction {
  forAll: ForAll[];
  /** Plans that are open. */
  plans: number;
  /** Of how many of them evidence stands under a principle; principles of none are left out. */
  evidenced: { principle: string; plans: number }[];
}

/** What the school does for all, and how many open plans hold evidence, principle by principle. One statement. */
export async function selectSchoolInduction(db: Db, who: Who): Promise<SchoolInduction> {
  const owner = who.organisationId;
  const { rows } = await sql<SchoolInduction>`
    with open as (
      select n.id from induction_plan n join item i on i.owner_id = n.owner_id and i.id = n.id
      where n.owner_id = ${owner} and i.owner_id = ${owner} and n.closed_at is null and i.ended_at is null
        and ${who.sees('i', planPolicy, 'lead')})
    select
      coalesce((select json_agg(json_build_object('id', f.id, 'principle', f.principle, 'words', f.words,
        'version', f.version)) from induction_for_all f where f.owner_id = ${owner}), '[]'::json) as "forAll",
      (select count(*) from open)::integer as plans,
      coalesce((select json_agg(json_build_object('principle', s.principle, 'plans', s.plans)) from (
        select e.principle, count(distinct e.plan_id)::integer as plans
        from induction_evidence e join open on open.id = e.plan_id
        where e.owner_id = ${owner} and e.ended_at is null group by e.principle) s), '[]'::json) as evidenced`.execute(
    db,
  );
  return rows[0]!;
}

/** One of them, held for this transaction when `lock`; undefined where nothing was written yet. */
export async function selectForAll(
  db: Db,
  ownerId: string,
  principle: string,
  lock = false,
): Promise<ForAll | undefined> {
  return db
    .selectFrom('induction_for_all')
    .select(['id', 'principle', 'words', 'version'])
    .where('owner_id', '=', ownerId)
    .where('principle', '=', principle)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}
