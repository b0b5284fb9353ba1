import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import type { Goal } from './goal.ts';
import { selectGoal } from './goal.queries.ts';

export interface OpenedGoal {
  item: Item;
  goal: Goal;
  /** The reader wrote it. */
  mine: boolean;
}

/** Opens the goal that the address names (`:person`, `:goal`). Two statements. Throws as `visit.open` does. */
export async function openGoal(
  visit: Visit,
  ability: keyof typeof cyclePolicy.may = 'read',
): Promise<OpenedGoal> {
  const item = await visit.open(cyclePolicy, visit.params.goal ?? '', visit.params.person ?? '');
  visit.who.must(ability, cyclePolicy, item);
  const goal = await selectGoal(visit.db, visit.who, item.ownerId, item.id);
  if (!goal) throw new NotFound();
  return { item, goal, mine: visit.who.may('write', cyclePolicy, item) };
}

/** One's own, for a change to a goal that still stands; of two tabs the second waits for the first. */
export async function openOwnGoal(change: Change): Promise<OpenedGoal> {
  const id = change.params.goal ?? '';
  if (!isId(id)) throw new NotFound();
  await change.tx
    .selectFrom('coaching_cycle')
    .select('id')
    .where('owner_id', '=', change.who.personId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const opened = await openGoal(change, 'write');
  if (opened.goal.endedAt)
    throw new Refused(t('You took this goal away, so nothing was changed. Bring it back first.'));
  return opened;
}

/** The same for a goal that one is still working on. */
export async function openGoalGoingOn(change: Change): Promise<OpenedGoal> {
  const opened = await openOwnGoal(change);
  if (opened.goal.finishedAt)
    throw new Refused(t('You ended this cycle, so nothing was changed. Take it up again first.'));
  return opened;
}
