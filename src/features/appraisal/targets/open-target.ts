import type { Item } from '#platform/access/who.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Target } from './target.ts';
import { targetPolicy } from './target.policy.ts';
import { selectTarget } from './target.queries.ts';

export interface OpenedTarget {
  item: Item;
  target: Target;
  /** Whether it is the reader's own. */
  mine: boolean;
}

/** Opens the target that the address names. Throws as `visit.open` does, and `NotAllowed` for the ability. */
export async function openTarget(
  visit: Visit,
  ability: keyof typeof targetPolicy.may = 'read',
): Promise<OpenedTarget> {
  const item = await visit.open(targetPolicy, visit.params.target ?? '');
  visit.who.must(ability, targetPolicy, item);
  const me = visit.who.personId;
  const target = await selectTarget(visit.db, item, { me, today: visit.today });
  if (!target) throw new NotFound();
  return { item, target, mine: target.personId === me };
}

/** The same for a change. Throws `Refused` where it was taken away. */
export async function openStanding(
  change: Change,
  ability: keyof typeof targetPolicy.may,
): Promise<OpenedTarget> {
  const opened = await openTarget(change, ability);
  if (opened.item.endedAt) throw new Refused(t('You took this target away. Bring it back first.'));
  return opened;
}
