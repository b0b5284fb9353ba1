import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { observationPolicy } from './observation.policy.ts';
import type { Observation } from './observation.ts';

const columns: RawBuilder<unknown> = sql`o.owner_id as "ownerId", o.id, o.circle_id as "circleId", c.name as circle,
  c.kind as "circleKind", o.kind, o.observed_id as "observedId", d.name as observed, o.observer_id as "observerId",
  r.name as observer, o.proposed_by as "proposedBy", o.on_date as "on", o.starts_at as "startsAt", o.minutes, o.place,
  o.pupils, o.focus, o.version, g.time_zone as zone, o.changed_at as "changedAt", o.accepted_at as "acceptedAt",
  o.declined_at as "declinedAt", o.called_off_at as "calledOffAt", o.done_at as "doneAt", i.ended_at as "endedAt"`;

const joined: RawBuilder<unknown> = sql`observation o join item i on i.owner_id = o.owner_id and i.id = o.id
  join organisation g on g.id = o.owner_id join person d on d.id = o.observed_id join person r on r.id = o.observer_id
  left join circle c on c.owner_id = o.owner_id and c.id = o.circle_id`;

/** What it is recorded with, what was recorded, and what came of that. */
const recorded: RawBuilder<unknown> = sql`
  (select json_build_object('id', x.id, 'instrument', x.instrument, 'pupils', x.pupils,
      'seats', nullif(x.seats, '{}'::jsonb), 'version', x.version)
    from observation_instrument x
    where x.owner_id = o.owner_id and x.observation_id = o.id and x.ended_at is null) as chosen,
  coalesce((select json_object_agg(x.instrument, x.prepared_at) from observer_preparation x
    where x.owner_id = o.observer_id), '{}'::json) as prepared,
  coalesce((select json_agg(json_build_object('id', x.id, 'personId', x.person_id, 'instrument', x.instrument,
      'part', x.part, 'kind', x.kind, 'at', x.at, 'body', x.body, 'endedAt', x.ended_at) order by x.at, x.id)
    from observation_entry x where x.owner_id = o.owner_id and x.observation_id = o.id), '[]'::json) as entries,
  array(select x.reference from observation_evidence x
    where x.owner_id = o.owner_id and x.observation_id = o.id order by x.chosen_at, x.reference) as evidence,
  coalesce((select json_agg(json_build_object('ownerId', x.item_owner_id, 'id', x.item_id, 'kind', x.kind,
      'begunAt', x.begun_at) order by x.begun_at)
    from observation_follow_up x where x.owner_id = o.owner_id and x.observation_id = o.id), '[]'::json) as "followUps"`;

/** One observation with everything in it. Ask the kernel about its item first. */
export async function selectObservation(
  db: Db,
  ownerId: string,
  id: string,
): Promise<Observation | undefined> {
  const { rows } = await sql<Observation>`
    select ${columns},
      coalesce((select json_agg(json_build_object('part', x.part, 'personId', x.person_id, 'texts', x.texts,
          'version', x.version, 'readyAt', x.ready_at))
        from observation_text x where x.owner_id = o.owner_id and x.observation_id = o.id), '[]'::json) as parts,
      exists (select 1 from circle_member x where x.owner_id = o.owner_id and x.circle_id = o.circle_id
        and x.person_id = o.observer_id and x.ends_at is null) as "observerIsIn",
      array(select a.principal from audience_grant a
        where a.owner_id = i.owner_id and a.audience_id = i.audience_id and a.ability = 'read') as grants,
      ${recorded}
    from ${joined} where o.owner_id = ${ownerId} and o.id = ${id}`.execute(db);
  return rows[0];
}

export type Listed = Omit<
  Observation,
  'parts' | 'grants' | 'observerIsIn' | 'chosen' | 'prepared' | 'entries' | 'evidence' | 'followUps'
> & {
  /** Whether this person's own part is ready; only of what took place. */
  mineReady: boolean;
  total: number;
};

/**
 * The observations in which one observes or is observed, what is to come first. What one observed stays
 * in the list for as long as one is in the group in which it was agreed.
 */
export async function selectMine(
  db: Db,
  who: Who,
  page: { limit: number; offset: number },
): Promise<Listed[]> {
  const me = who.personId;
  const { rows } = await sql<Listed>`
    select ${columns}, count(*) over ()::integer as total,
      exists (select 1 from observation_text x where x.owner_id = o.owner_id and x.observation_id = o.id
        and x.person_id = ${me} and x.part in ('noticed', 'notes', 'feedback') and x.ready_at is not null) as "mineReady"
    from ${joined}
    where o.owner_id = ${who.organisationId} and i.ended_at is null and ${who.sees('i', observationPolicy, 'takePart')}
      and (o.observed_id = ${me} or (o.observer_id = ${me} and o.circle_id = any(${[...who.standing.circles.keys()]}::uuid[])))
    order by o.done_at is not null or o.called_off_at is not null or o.declined_at is not null,
      case when o.done_at is null then o.on_date end, o.on_date desc, o.id
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

/** The observations of these days that took place and of which not all that is asked for is written; one statement. */
export async function selectUnwritten(
  db: Db,
  ownerId: string,
  { from, until }: { from: string; until: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from observation o
    where o.owner_id = ${ownerId} and o.done_at is not null and o.on_date between ${from} and ${until}
      and (select count(*) from observation_text x where x.owner_id = ${ownerId} and x.observation_id = o.id
        and x.part <> 'predicted' and x.ready_at is not null) < 3`.execute(db);
  return rows.map(({ id }) => id);
}

/** Changes columns of an observation. */
export async function updateObservation(
  tx: Db,
  { ownerId, id }: Pick<Observation, 'ownerId' | 'id'>,
  changed: {
    accepted_at?: Date | null;
    declined_at?: Date | null;
    called_off_at?: Date | null;
    done_at?: Date | null;
    changed_at: Date;
  },
): Promise<void> {
  await tx
    .updateTable('observation')
    .set(changed)
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
}
