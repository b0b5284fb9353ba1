import { addDays, type CalendarDate, type DateSpan, daysBetween, holds, isWeekend } from './dates.ts';

/** How far ahead open days are looked for; beyond that weekdays are counted. */
const farthest = 120;

/**
 * The day on which `n` open days have gone by since `from`: Monday to Friday, inside a term and outside
 * every closure. Where no term is known, every weekday counts. A question of Wednesday with two days' time
 * is due on Friday; one of a Friday before the holidays, on the second day of the next term.
 */
export function afterOpenDays(
  from: CalendarDate,
  n: number,
  terms: readonly DateSpan[],
  closures: readonly DateSpan[],
): CalendarDate {
  const isOpen = (day: CalendarDate): boolean =>
    !isWeekend(day) &&
    terms.some((term) => holds(term, day)) &&
    !closures.some((closure) => holds(closure, day));
  return counted(from, n, isOpen) ?? counted(from, n, (day) => !isWeekend(day))!;
}

function counted(
  from: CalendarDate,
  n: number,
  counts: (day: CalendarDate) => boolean,
): CalendarDate | undefined {
  let left = n;
  for (let ahead = 1; ahead <= farthest; ahead++) {
    const day = addDays(from, ahead);
    if (counts(day)) left -= 1;
    if (left <= 0) return day;
  }
  return undefined;
}

/** Terms that reach so far, in days, are a whole school year; fewer are a year of which the rest is not entered yet. */
const wholeYear = 270;

/** Days of so many years in whole weeks: terms come round on the same weekdays. */
const inWeeks = (years: number): number => 7 * Math.round((365.25 * years) / 7);

/**
 * The first open day from `day` on, that day itself among them: what is meant for a weekend, a holiday or a closure
 * moves to the day work begins again. After the last term that is known, the year before stands for the one to come,
 * or every weekday where no whole year is known. Where no term is known, every weekday outside the closures is open.
 */
export function openDayFrom(
  day: CalendarDate,
  terms: readonly DateSpan[],
  closures: readonly DateSpan[],
): CalendarDate {
  const isOpen = (at: CalendarDate): boolean =>
    !isWeekend(at) && inTerm(at, terms) && !closures.some((closure) => holds(closure, at));
  for (let ahead = 0; ahead <= farthest; ahead++) {
    const at = addDays(day, ahead);
    if (isOpen(at)) return at;
  }
  return day;
}

function inTerm(day: CalendarDate, terms: readonly DateSpan[]): boolean {
  if (terms.length === 0 || terms.some((term) => holds(term, day))) return true;
  const first = terms.map(({ startsOn }) => startsOn).toSorted()[0]!;
  const last = terms
    .map(({ endsOn }) => endsOn)
    .toSorted()
    .at(-1)!;
  if (day <= last) return false;
  if (daysBetween(first, last) < wholeYear) return true;
  let before = day;
  // Several years ahead come down to the one that is known.
  for (let years = 1; before > last; years++) before = addDays(day, -inWeeks(years));
  return terms.some((term) => holds(term, before));
}
