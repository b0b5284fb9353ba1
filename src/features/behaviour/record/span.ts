import { addDays, isCalendarDate } from '#platform/calendar/dates.ts';

/** The days that an address asks for, the last so many unless told. What cannot be read counts as not said. */
export function spanAsked(
  { from, until }: Readonly<Record<string, string>>,
  { today, days }: { today: string; days: number },
): { from: string; until: string } {
  const last = isCalendarDate(until ?? '') && until! <= today ? until! : today;
  const first = isCalendarDate(from ?? '') && from! <= last ? from! : addDays(last, -days);
  return { from: first, until: last };
}
