import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import { teachingWeeks } from '#platform/calendar/teaching-weeks.ts';
import { type SchoolYear, schoolYear, schoolYearOf } from '../school-year.ts';
import type { Player } from '../player.ts';

/** The teaching week in which each programme begins, counted from now: over and looked back on; in its second cycle; just begun. */
export const begins = { talk: -54, reading: -17, numbers: -5 } as const;

/** The school years of the story, by how long ago they are: 0 is this one. */
export const yearsAgo = ({ school }: Player, years: number): SchoolYear =>
  schoolYear(schoolYearOf(school.today) - years);

/**
 * The Monday of a teaching week, counted from the one that is or comes next: -17 is seventeen
 * teaching weeks ago, whatever holidays lie between. So the story is at the same point on any day.
 */
export function teachingWeek(player: Player, weeks: number): string {
  const { today } = player.school;
  const years = [-2, -1, 0, 1].map((from) => schoolYear(schoolYearOf(today) + from));
  const all = teachingWeeks(
    years.flatMap((year) => year.terms),
    years.flatMap((year) => year.holidays),
  );
  const present = all.findIndex((monday) => addDays(monday, 4) >= today);
  return all[Math.min(all.length - 1, Math.max(0, present + weeks))]!;
}

/** A weekday so many days after another. */
export function daysAfter(day: string, days: number): string {
  let at = addDays(day, days);
  while (isWeekend(at)) at = addDays(at, 1);
  return at;
}
