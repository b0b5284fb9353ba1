import { addDays, daysBetween } from '#platform/calendar/dates.ts';
import { byAge } from '#features/curriculum/index.ts';
import type { ListedPlan } from '../plan.ts';
import type { Span, Strand } from './map.queries.ts';

/** Days of term with no plan, both ends among them. */
export interface Gap {
  startsOn: string;
  endsOn: string;
}

/** What a year group is taught of a subject in a school year. */
export interface MapRow extends Strand {
  /** Plans one after the other; a second lane where two are taught at the same time, and so on. */
  lanes: ListedPlan[][];
  gaps: Gap[];
  /** Plans that are taught at the same time as another. */
  overlapping: ListedPlan[];
}

/** Shorter than a school week is no gap: schemes end before an outing and begin after one. */
const shortestGap = 7;

/** The rows of the map: by subject, the youngest first. */
export function mapRows(
  plans: readonly ListedPlan[],
  before: readonly Strand[],
  terms: readonly Pick<Span, 'startsOn' | 'endsOn'>[],
): MapRow[] {
  const keyOf = ({ subject, yearKey }: Strand): string => `${subject}\n${yearKey}`;
  const strands = new Map(
    [...plans, ...before].map(({ subject, yearKey }) => [keyOf({ subject, yearKey }), { subject, yearKey }]),
  );
  const of = Map.groupBy(plans, keyOf);
  return [...strands.values()]
    .toSorted((a, b) => a.subject.localeCompare(b.subject) || byAge(a.yearKey, b.yearKey))
    .map((strand) => {
      const its = of.get(keyOf(strand)) ?? [];
      return {
        ...strand,
        lanes: lanesOf(its),
        gaps: terms.flatMap((term) => gapsIn(term, its)),
        overlapping: its.filter((plan) => its.some((other) => other !== plan && meet(plan, other))),
      };
    });
}

const meet = (a: Gap, b: Gap): boolean => a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;

/** Each plan in the first lane that is free by its first day. */
function lanesOf(plans: readonly ListedPlan[]): ListedPlan[][] {
  const lanes: ListedPlan[][] = [];
  for (const plan of plans.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const free = lanes.find((lane) => lane.at(-1)!.endsOn < plan.startsOn);
    if (free) free.push(plan);
    else lanes.push([plan]);
  }
  return lanes;
}

/** Where a term has no plan for a week or longer. */
function gapsIn(term: Gap, plans: readonly Gap[]): Gap[] {
  const gaps: Gap[] = [];
  let next = term.startsOn;
  const until = (end: string): void => {
    if (next <= end && daysBetween(next, end) + 1 >= shortestGap) gaps.push({ startsOn: next, endsOn: end });
  };
  for (const plan of plans.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    if (plan.endsOn < next || plan.startsOn > term.endsOn) continue;
    until(addDays(plan.startsOn, -1));
    next = addDays(plan.endsOn, 1);
  }
  until(term.endsOn);
  return gaps;
}
