import { addDays, type CalendarDate, type DateSpan, holds, isWeekend, weekday, weekOf } from './dates.ts';
import { remembered } from '../remembered.ts';

/**
 * The Mondays of the weeks with at least one open day: a weekday inside a term and outside every
 * closure. In order, each once. Terms may come in any order and may overlap.
 */
export const teachingWeeks = (
  terms: readonly DateSpan[],
  closures: readonly DateSpan[],
): readonly CalendarDate[] => weeksOf(JSON.stringify([terms, closures]));

/** Asked for each step of a plan, and again for each page that shows it, while a year's dates stay the same. */
const weeksOf = remembered((spans: string): readonly CalendarDate[] => {
  const [terms, closures] = JSON.parse(spans) as [DateSpan[], DateSpan[]];
  const weeks = new Set<CalendarDate>();
  for (const term of terms) {
    for (let week = weekOf(term.startsOn); week <= term.endsOn; week = addDays(week, 7)) {
      if (openDays(week, terms, closures).length > 0) weeks.add(week);
    }
  }
  return [...weeks].sort();
}, 200);

/**
 * The day `n` teaching weeks after `startsOn` (before it when negative), on the same weekday, so that
 * a fortnightly rhythm steps over holidays. When that weekday is closed, the next open day of the
 * week, or else the last one before it. A start at a weekend was somebody's choice and stays one.
 * A start in a holiday counts from the first teaching week after it.
 * Returns null when the terms given do not reach that far.
 */
export function addTeachingWeeks(
  startsOn: CalendarDate,
  n: number,
  terms: readonly DateSpan[],
  closures: readonly DateSpan[],
): CalendarDate | null {
  if (!Number.isInteger(n)) throw new RangeError(`Weeks are counted whole; got ${n}.`);
  const weeks = teachingWeeks(terms, closures);
  const first = weeks.findIndex((week) => week >= weekOf(startsOn));
  const week = first === -1 ? undefined : weeks[first + n];
  if (week === undefined) return null;

  const sameDay = addDays(week, weekday(startsOn) - 1);
  if (isWeekend(startsOn)) return sameDay;
  const open = openDays(week, terms, closures);
  return open.find((day) => day >= sameDay) ?? open.at(-1) ?? null;
}

/** Monday to Friday of one week, less what no term covers and what a closure takes. */
function openDays(week: CalendarDate, terms: readonly DateSpan[], closures: readonly DateSpan[]) {
  return [0, 1, 2, 3, 4]
    .map((day) => addDays(week, day))
    .filter((day) => terms.some((term) => holds(term, day)))
    .filter((day) => !closures.some((closure) => holds(closure, day)));
}
