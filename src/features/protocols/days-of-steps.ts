import { addDays, type CalendarDate, isWeekend, weekOf } from '#platform/calendar/dates.ts';
import { addTeachingWeeks } from '#platform/calendar/teaching-weeks.ts';
import type { Calendar } from './calendar.queries.ts';

/** The day `weeks` teaching weeks after the start; plain weeks from the last day the school's terms reach. */
export function dayOfWeek(
  startsOn: CalendarDate,
  weeks: number,
  { terms, closures }: Calendar,
): CalendarDate {
  for (let known = weeks; known >= 0; known--) {
    const day = addTeachingWeeks(startsOn, known, terms, closures);
    if (day !== null) return addDays(day, (weeks - known) * 7);
  }
  return addDays(startsOn, weeks * 7);
}

/** The day on which a step of this week would fall if one started today: a made-up day, to see what it would be like. */
export const inventedDay = (today: CalendarDate, week: number, calendar: Calendar): CalendarDate =>
  dayOfWeek(isWeekend(today) ? addDays(weekOf(today), 7) : today, week, calendar);
