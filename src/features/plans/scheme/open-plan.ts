import { itemOf } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { planPolicy } from '../plan.policy.ts';
import type { PlanTeacher } from '../plan.ts';
import { selectPlan, type WholePlan } from './plan.queries.ts';

export interface OpenedPlan extends Omit<WholePlan, 'row' | 'plan'> {
  plan: NonNullable<WholePlan['plan']>;
  item: Item;
  /** Who writes it, by name. */
  teachers: PlanTeacher[];
  /** It is theirs to write. */
  writes: boolean;
  /** May say who teaches by it. */
  appoints: boolean;
  ended: boolean;
}

/** The plan in the address, for whoever may read it. Throws `NotFound`, or `NotAllowed` with whom to ask. */
export async function openPlan(visit: Visit): Promise<OpenedPlan> {
  const { who, params, now } = visit;
  if (!isId(params.plan ?? '')) throw new NotFound();
  const { row, plan, ...rest } = await selectPlan(visit.db, who, params.plan!, now);
  if (!row || !plan || row.kind !== planPolicy.kind) throw new NotFound();
  const item = itemOf(row, who);
  who.must('read', planPolicy, item);
  const writes = who.may('write', planPolicy, item);
  const appoints = who.may('appoint', planPolicy, item);
  if (item.endedAt !== null && !appoints) throw new NotFound(t('This scheme of work was taken away.'));
  return { plan, item, ...rest, teachers: teachersOf(item), writes, appoints, ended: item.endedAt !== null };
}

/** The same for whoever may write it; nothing is written to what was taken away. */
export async function openToWrite(visit: Visit): Promise<OpenedPlan> {
  const opened = await openPlan(visit);
  visit.who.must('write', planPolicy, opened.item);
  if (opened.ended) throw new Refused(t('This scheme of work was taken away. Bring it back first.'));
  return opened;
}

const teachersOf = ({ audience }: Item): PlanTeacher[] =>
  audience
    .filter(({ principal, ability }) => ability === 'edit' && principal.startsWith('person:'))
    .map(({ principal, name }) => ({ personId: principal.slice('person:'.length), name: name ?? '' }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
