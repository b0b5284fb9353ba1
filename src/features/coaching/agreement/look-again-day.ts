import { addDays, holds, isWeekend } from '#platform/calendar/dates.ts';
import type { SchoolDate } from '#features/organisation/index.ts';

/** After so many days people look at an agreement again, unless they choose another day: six weeks. */
const lookAgainAfter = 42;

/**
 * The day proposed for looking at an agreement again: the first day with school after six weeks, or where that is not
 * before the pairing's last day, the last one before it. '' where none is left: then they choose.
 */
export function lookAgainDay(today: string, endsOn: string | null, dates: readonly SchoolDate[]): string {
  const terms = dates.filter(({ kind }) => kind === 'term');
  const closed = dates.filter(({ kind }) => kind !== 'term' && kind !== 'year');
  const teaches = (day: string): boolean =>
    !isWeekend(day) &&
    !closed.some((span) => holds(span, day)) &&
    (terms.every((term) => term.endsOn < day) || terms.some((term) => holds(term, day)));
  const wanted = addDays(today, lookAgainAfter);
  const last = endsOn === null ? addDays(wanted, 120) : addDays(endsOn, -1);
  for (let day = wanted; day <= last; day = addDays(day, 1)) if (teaches(day)) return day;
  for (let day = last < wanted ? last : wanted; day > today; day = addDays(day, -1))
    if (teaches(day)) return day;
  return '';
}
