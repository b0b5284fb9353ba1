import { insertItem, principals } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { observationPolicy } from './observation.policy.ts';
import type { Kind, Observation } from './observation.ts';

/** What is known of an observation when it begins. */
type NewObservation = Pick<
  Observation,
  | 'circleId'
  | 'observedId'
  | 'observerId'
  | 'proposedBy'
  | 'on'
  | 'startsAt'
  | 'minutes'
  | 'place'
  | 'pupils'
  | 'focus'
> & {
  kind: Kind;
  /** The row of the agreement's text that planned it, when one did. */
  planId: string | null;
  /** Both have said yes already. */
  accepted: boolean;
};

/** Makes an observation and the item it shares its id with: the observed teacher’s, open to the observer. Answers the id. */
export async function insertObservation(
  { tx, now, organisationId }: Change,
  {
    circleId,
    observedId,
    observerId,
    proposedBy,
    on,
    startsAt,
    planId,
    accepted,
    ...columns
  }: NewObservation,
): Promise<string> {
  const id = await insertItem(
    tx,
    {
      ownerId: organisationId,
      policy: observationPolicy,
      authorId: observedId,
      circleId,
      excludesManagers: true,
      grants: [{ principal: principals.person(observerId), ability: 'edit' }],
    },
    now,
  );
  await tx
    .insertInto('observation')
    .values({
      owner_id: organisationId,
      id,
      circle_id: circleId,
      plan_id: planId,
      observed_id: observedId,
      observer_id: observerId,
      proposed_by: proposedBy,
      on_date: on,
      starts_at: startsAt,
      ...columns,
      version: 1,
      created_at: now,
      changed_at: now,
      accepted_at: accepted ? now : null,
    })
    .execute();
  return id;
}
