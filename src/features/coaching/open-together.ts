import { sql } from 'kysely';
import { composed, type Given } from '#platform/access/composed.ts';
import { itemList } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { Change, type Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type CoachingAbility, coachingPolicy } from './coaching.policy.ts';
import { stateOf, type Together } from './together.ts';
import { lockPairing, togetherList, togetherOf } from './together.queries.ts';

export interface OpenedTogether {
  item: Item;
  together: Together;
  may(ability: CoachingAbility): boolean;
}

const ask = composed((who, given: Given<{ id: string; now: Date }>) => ({
  items: itemList(who, { ownerId: sql.val(who.organisationId), ...given }),
  pairings: togetherList(who.organisationId, given.id),
}));

/**
 * Opens what the people of a pairing write together, as the address names it (`:coaching`). One statement; a change
 * holds the pairing first. Throws `NotFound` when there is none, `NotAllowed` when `ability` is not the person's.
 */
export async function openTogether(visit: Visit, ability: CoachingAbility = 'read'): Promise<OpenedTogether> {
  const id = visit.params.coaching ?? '';
  if (!isId(id)) throw new NotFound();
  if (visit instanceof Change) await lockPairing(visit.tx, visit.organisationId, id);
  const { items, pairings } = await ask(visit.db, visit.who, { id, now: visit.now });
  const item = visit.admit(coachingPolicy, items[0]);
  visit.who.must(ability, coachingPolicy, item);
  if (!pairings[0]) throw new NotFound();
  return {
    item,
    together: togetherOf(pairings[0]),
    may: (other) => visit.who.may(other, coachingPolicy, item),
  };
}

/** The same for a change to a pairing that all agreed to and that goes on. Throws `Refused` in any other state. */
export async function openGoingOn(
  change: Change,
  ability: CoachingAbility = 'write',
): Promise<OpenedTogether> {
  const opened = await openTogether(change, ability);
  const state = stateOf(opened.together);
  if (state === 'ended') throw new Refused(t('This has ended, so nothing was changed.'));
  if (state === 'asked') throw new Refused(t('Not everybody has said yes yet, so nothing was changed.'));
  return opened;
}
