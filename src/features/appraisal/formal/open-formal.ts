import type { Item } from '#platform/access/who.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Formal, stateOf, type State } from './formal-observation.ts';
import { formalPolicy } from './formal-observation.policy.ts';
import { selectFormal } from './formal-observation.queries.ts';
import { waitsForCoaching } from './waits-for-coaching.ts';

export interface OpenedFormal {
  item: Item;
  formal: Formal;
  /** The reader is the teacher who is observed. */
  teacher: boolean;
  /** The teacher reads it, and is not asked before the term's coaching is complete. False for everybody else. */
  waits: boolean;
}

/** Opens the formal observation that the address names. Throws as `visit.open` does, and `NotAllowed` for the ability. */
export async function openFormal(
  visit: Visit,
  ability: keyof typeof formalPolicy.may = 'read',
): Promise<OpenedFormal> {
  const item = await visit.open(formalPolicy, visit.params.observation ?? '');
  visit.who.must(ability, formalPolicy, item);
  const formal = await selectFormal(visit.db, item.ownerId, item.id);
  if (!formal) throw new NotFound();
  const teacher = formal.personId === visit.who.personId;
  // Asked for the teacher alone, so that nothing of it can come to anybody else's page.
  return { item, formal, teacher, waits: teacher && (await waitsForCoaching(visit.db, formal)) };
}

/** The same for a change, in one of these states. Throws `Refused` in any other. */
export async function openIn(
  change: Change,
  states: readonly State[],
  ability: keyof typeof formalPolicy.may = 'takePart',
): Promise<OpenedFormal> {
  const opened = await openFormal(change, ability);
  if (!states.includes(stateOf(opened.formal)))
    throw new Refused(t('This has changed meanwhile, so nothing was done. Look at it again.'));
  return opened;
}
