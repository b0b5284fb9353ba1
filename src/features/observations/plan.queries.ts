import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';

/**
 * The observation that was opened from a planned one, as SQL for a lateral join: `id`, `done_at`, `ended_at`, and
 * once both agree to it `on_date`, `starts_at`, `place`; no row while there is none that stands. One that took
 * place counts also when the observed teacher took it away since.
 * @param planned the alias of the row of agreement_observation
 */
export const recordOfPlan = (ownerId: string, planned: string): RawBuilder<unknown> => sql`
  select r.id, case when r.accepted_at is not null then r.on_date end as on_date, r.starts_at,
    case when r.accepted_at is not null then r.place end as place, r.done_at, ri.ended_at
  from observation r join item ri on ri.owner_id = r.owner_id and ri.id = r.id
  where r.owner_id = ${ownerId} and r.circle_id = ${sql.ref(`${planned}.agreement_id`)}
    and r.observed_id = ${sql.ref(`${planned}.observed_id`)} and r.plan_id = ${sql.ref(`${planned}.id`)}
    and r.declined_at is null and r.called_off_at is null and (ri.ended_at is null or r.done_at is not null)
  order by r.done_at nulls last, r.created_at limit 1`;

/** An observation that a partnership has planned in its agreement. */
export interface Plan {
  id: string;
  /** The partnership that planned it. */
  circleId: string;
  observerId: string;
  observedId: string;
  on: string;
  startsAt: string | null;
  place: string;
  /** The partners have said already that it took place. */
  doneAt: Date | null;
  /** The observation that was opened from it, when there is one. */
  recordId: string | null;
}

/** Holds a plan until the change is written, so that of two who open its page at once the second finds the first's. */
export async function lockPlan(
  tx: Db,
  ownerId: string,
  { circleId, planId }: { circleId: string; planId: string },
): Promise<void> {
  await sql`select 1 from agreement_observation
    where owner_id = ${ownerId} and agreement_id = ${circleId} and id = ${planId} for update`.execute(tx);
}

/** The plan of this partnership that one takes part in, or undefined. */
export async function selectPlan(
  db: Db,
  ownerId: string,
  { circleId, planId, personId }: { circleId: string; planId: string; personId: string },
): Promise<Plan | undefined> {
  const { rows } = await sql<Plan>`
    select b.id, b.agreement_id as "circleId", b.observer_id as "observerId", b.observed_id as "observedId", b.on_date as "on",
      b.starts_at as "startsAt", b.place, b.done_at as "doneAt", r.id as "recordId"
    from agreement_observation b left join lateral (${recordOfPlan(ownerId, 'b')}) r on true
    where b.owner_id = ${ownerId} and b.agreement_id = ${circleId} and b.id = ${planId}
      and ${personId} in (b.observer_id, b.observed_id) and b.called_off_at is null`.execute(db);
  return rows[0];
}

/** An observation that stands in an agreement alone, as its list names it. */
export interface PlannedOnly {
  /** The partnership that planned it, which is the agreement's too. */
  circleId: string;
  observedId: string;
  observed: string;
  observer: string;
  on: string;
  startsAt: string | null;
}

/** What one's agreements that hold have planned for oneself, that is not over and has no page of its own; by day. */
export async function selectPlannedOnly(db: Db, who: Who): Promise<PlannedOnly[]> {
  const [owner, me] = [who.organisationId, who.personId];
  const { rows } = await sql<PlannedOnly>`
    select b.agreement_id as "circleId", b.observed_id as "observedId", d.name as observed, w.name as observer,
      b.on_date as "on", b.starts_at as "startsAt"
    from agreement_observation b
    join agreement a on a.owner_id = b.owner_id and a.id = b.agreement_id
    join person d on d.id = b.observed_id join person w on w.id = b.observer_id
    left join lateral (${recordOfPlan(owner, 'b')}) r on true
    where b.owner_id = ${owner} and b.agreement_id = any(${[...who.standing.circles.keys()]}::uuid[])
      and ${me} in (b.observer_id, b.observed_id) and b.called_off_at is null and b.done_at is null
      and a.in_force_version is not null and a.closed_at is null and r.id is null
    order by b.on_date, b.starts_at, b.id limit 30`.execute(db);
  return rows;
}
