import type { Item } from '#platform/access/who.ts';
import { itemOf } from '#platform/access/select-item.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { itemToBe, planPolicy } from '../planner.policy.ts';
import { schoolYear, yearOf } from '../school-year.ts';
import { type PlanPart, type Relationship, relationships } from './plan.ts';
import { selectPlan } from './plan.queries.ts';

/**
 * The planner of a year, by default that of the address (`:year`), begun or not, with what stands beside it. One statement.
 * Throws `NotAllowed` when the `ability` is not the person's.
 */
export async function openPlan(
  visit: Visit,
  ability: keyof typeof planPolicy.may = 'read',
  number = yearOf(visit.params.year),
) {
  const found = await selectPlan(visit.db, visit.who, { year: number, now: visit.now, today: visit.today });
  const [row] = found.items;
  const item: Item = row ? itemOf(row, visit.who) : itemToBe(planPolicy, visit.organisationId);
  visit.who.must(ability, planPolicy, item);
  const { dates, parts, ...beside } = found;
  return {
    ...beside,
    dates,
    item,
    year: schoolYear(number, dates),
    part: (id: string): PlanPart | undefined => parts.find(({ relationship }) => relationship === id),
    begun: parts.length > 0,
    may: (other: keyof typeof planPolicy.may) => visit.who.may(other, planPolicy, item),
  };
}

export type OpenedPlan = Awaited<ReturnType<typeof openPlan>>;

/** The kind of relationship that the address names. Throws `NotFound` when it names none. */
export function relationshipOf({ params }: Visit): Relationship {
  const found = relationships().find(({ id }) => id === params.relationship);
  if (!found) throw new NotFound();
  return found;
}
