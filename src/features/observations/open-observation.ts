import type { Item } from '#platform/access/who.ts';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { observationPolicy } from './observation.policy.ts';
import { selectObservation } from './observation.queries.ts';
import { type Observation, stateOf } from './observation.ts';

export interface OpenedObservation {
  item: Item;
  observation: Observation;
  /** The reader is the observed teacher. */
  observed: boolean;
  /** The reader is the observer. */
  observer: boolean;
}

/**
 * Opens the observation that the address names. The observer may for as long as they are in the group in
 * which it was agreed; the observed teacher always. Throws as `visit.open` does.
 */
export async function openObservation(
  visit: Visit,
  ability: keyof typeof observationPolicy.may = 'read',
): Promise<OpenedObservation> {
  const item = await visit.open(observationPolicy, visit.params.observation ?? '');
  visit.who.must(ability, observationPolicy, item);
  const observation = await selectObservation(visit.db, item.ownerId, item.id);
  if (!observation) throw new NotFound();
  const me = visit.who.personId;
  const observer = observation.observerId === me;
  if (observer && !visit.who.isIn(observation.circleId))
    throw new NotAllowed('You are no longer in the group in which this was agreed.', observationPolicy.ask);
  return { item, observation, observed: observation.observedId === me, observer };
}

/** The same for a change, in one of these states. Throws `Refused` in any other, and when it was taken away. */
export async function openIn(
  change: Change,
  states: readonly ReturnType<typeof stateOf>[],
  ability: keyof typeof observationPolicy.may = 'takePart',
): Promise<OpenedObservation> {
  const opened = await openObservation(change, ability);
  if (opened.item.endedAt) throw new Refused(t('You took this observation away. Bring it back first.'));
  if (!states.includes(stateOf(opened.observation)))
    throw new Refused(t('This has changed meanwhile, so nothing was done. Look at it again.'));
  return opened;
}
