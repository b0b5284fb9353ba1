import { nextClassName, nextYearLabel } from './next-year.ts';
import type { ClassFate } from './year-end.ts';

interface Known {
  id: string;
  name: string;
  subject: string | null;
  yearLabel: string | null;
}

interface Suggested {
  fate: ClassFate | null;
  toUnitId: string | null;
}

/**
 * What usually becomes of classes: those of a subject are made anew each year, the highest year leaves, and the others
 * go to the class whose name says the next year, or to the only one of that year. Null where a person must say it.
 */
export function suggestFates(classes: readonly Known[]): Map<string, Suggested> {
  const homes = classes.filter(({ subject }) => subject === null);
  const highest = Math.max(...homes.map(({ yearLabel }) => numberOf(yearLabel)));
  return new Map(
    classes.map((each) => [each.id, each.subject !== null ? anew : suggestHome(each, homes, highest)]),
  );
}

const anew: Suggested = { fate: 'end', toUnitId: null };
const unknown: Suggested = { fate: null, toUnitId: null };

function suggestHome(each: Known, homes: readonly Known[], highest: number): Suggested {
  const { yearLabel } = each;
  if (yearLabel === null) return unknown;
  // Of a class of several years only some leave: a person says which.
  if (numberOf(yearLabel) === highest)
    return yearLabel.includes(',') ? unknown : { fate: 'leave', toUnitId: null };
  const next = nextYearLabel(yearLabel);
  const named = nextClassName(each.name, yearLabel);
  const ofYear = homes.filter((other) => other.yearLabel === next);
  const to = homes.find(({ name }) => name === named) ?? (ofYear.length === 1 ? ofYear[0] : undefined);
  return to === undefined ? unknown : { fate: 'go', toUnitId: to.id };
}

/** The highest number in a year's name; Reception and Nursery come before the first. */
function numberOf(label: string | null): number {
  const numbers = label?.match(/\d{1,2}/g);
  return numbers ? Math.max(...numbers.map(Number)) : 0;
}
