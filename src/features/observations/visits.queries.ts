import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import { observationPolicy } from './observation.policy.ts';

/** An observation that somebody holds in a programme and that is not over for them. */
export interface VisitToCome {
  id: string;
  observed: string;
  on: string;
  startsAt: string | null;
  /** 'owed': it took place, and what the observer noticed is still to come. */
  stands: 'asked' | 'agreed' | 'owed';
}

/** What this person observes in a group and has not finished, by day, as JSON: a part of a larger statement. */
export const visitsToComeJson = (who: Who, circleId: string): RawBuilder<VisitToCome[]> => sql`coalesce((
  select json_agg(json_build_object('id', o.id, 'observed', d.name, 'on', o.on_date, 'startsAt', o.starts_at,
      'stands', case when o.done_at is not null then 'owed' when o.accepted_at is not null then 'agreed' else 'asked' end)
    order by o.on_date, o.id)
  from observation o join item oi on oi.owner_id = o.owner_id and oi.id = o.id join person d on d.id = o.observed_id
  where o.owner_id = ${who.organisationId} and oi.owner_id = ${who.organisationId} and o.circle_id = ${circleId}
    and o.observer_id = ${who.personId} and o.declined_at is null and o.called_off_at is null and oi.ended_at is null
    and ${who.sees('oi', observationPolicy, 'takePart')} and o.circle_id = any(${[...who.standing.circles.keys()]}::uuid[])
    and not exists (select 1 from observation_text x where x.owner_id = o.owner_id and x.observation_id = o.id
      and x.person_id = ${who.personId} and x.ready_at is not null)), '[]'::json)`;
