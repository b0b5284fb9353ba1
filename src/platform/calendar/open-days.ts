import { addDays, type CalendarDate, type DateSpan, holds, isWeekend } from './dates.ts';

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
