import type { Item } from '#platform/access/who.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { byIdOrNone, catalogue } from '#features/evidence/index.ts';
import type { Plan } from './plan.ts';
import { planPolicy } from './plan.policy.ts';
import { selectPlan } from './plan.queries.ts';

export interface OpenedPlan {
  item: Item;
  plan: Plan;
  mayWrite: boolean;
  mayLead: boolean;
}

/** Opens the plan that the address names. Throws as `visit.open` does, and `NotAllowed` for the ability. */
export async function openPlan(
  visit: Visit,
  ability: keyof typeof planPolicy.may = 'read',
): Promise<OpenedPlan> {
  const item = await visit.open(planPolicy, visit.params.plan ?? '');
  visit.who.must(ability, planPolicy, item);
  const plan = await selectPlan(visit.db, item.ownerId, item.id, visit.who);
  if (!plan) throw new NotFound();
  const { who } = visit;
  return {
    item,
    plan,
    mayWrite: !plan.closedAt && who.may('write', planPolicy, item),
    mayLead: who.may('lead', planPolicy, item),
  };
}

/** The same for a change. Throws `Refused` where the plan was closed. */
export async function openStanding(
  change: Change,
  ability: Exclude<keyof typeof planPolicy.may, 'read'>,
): Promise<OpenedPlan> {
  const opened = await openPlan(change, ability);
  if (opened.plan.closedAt) throw new Refused(t('This plan is closed. Open it again first.'));
  return opened;
}

/** One of the twelve principles. */
export type Principle = ReturnType<typeof catalogue>['induction']['principles'][number];

/** The principle that the address names. Throws `NotFound`. */
export function principleOf(visit: Visit): Principle {
  const principle = byIdOrNone(catalogue().induction.principles, visit.params.principle ?? '');
  if (!principle) throw new NotFound('There is no such principle.');
  return principle;
}
