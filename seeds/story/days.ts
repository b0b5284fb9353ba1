import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import { type SchoolYear, schoolYear, schoolYearOf } from '../school-year.ts';
import type { Player } from '../player.ts';

/** The school years of the story, by how long ago they are: 0 is this one. */
export const yearsAgo = ({ school }: Player, years: number): SchoolYear => schoolYear(schoolYearOf(school.today) - years);

/** A day so many weeks after another, moved off the weekend. */
export function weeksAfter(day: string, weeks: number, days = 0): string {
  let at = addDays(day, weeks * 7 + days);
  while (isWeekend(at)) at = addDays(at, 1);
  return at;
}

/** Whether a day of the story has come. */
export const isPast = ({ school }: Player, day: string): boolean => day < school.today;
