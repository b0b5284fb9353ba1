import { addDays, isWeekend, weekOf } from '#platform/calendar/dates.ts';
import type { Calendar } from '#features/protocols/index.ts';

/** The first day a group is proposed to begin on: today, or the next weekday inside a term and outside a closure. */
export function firstDayFrom(today: string, { terms, closures }: Calendar): string {
  const isOpen = (day: string) =>
    terms.some((term) => day >= term.startsOn && day <= term.endsOn) &&
    !closures.some((closure) => day >= closure.startsOn && day <= closure.endsOn);
  const days = Array.from({ length: 120 }, (_, after) => addDays(today, after)).filter(
    (day) => !isWeekend(day),
  );
  return days.find(isOpen) ?? days[0] ?? weekOf(today);
}
