import { addDays, type CalendarDate } from '#platform/calendar/dates.ts';

/** The three questions are asked every so many weeks where a school has not decided otherwise. */
export const usualPulseWeeks = 6;

/** So many days one can answer, and change what one answered. */
export const answeringDays = 14;

/** The last day on which a round is open; it is known by its first. */
export const lastDayOf = (round: CalendarDate): CalendarDate => addDays(round, answeringDays - 1);

export const isOpenOn = (round: CalendarDate | null, today: CalendarDate): boolean =>
  round !== null && round <= today && today <= lastDayOf(round);

/** Whether it is time to ask again: so many weeks after the last round began. 0 weeks: never. */
export const isTimeToAsk = (last: CalendarDate | null, weeks: number, today: CalendarDate): boolean =>
  weeks > 0 && (last === null || addDays(last, weeks * 7) <= today);
