import { addDays, type CalendarDate, daysBetween, weekday } from '#platform/calendar/dates.ts';
import { weekdays, type WorkingDay } from '#features/people/index.ts';
import { clockAfter } from '#features/programmes/index.ts';
import type { Engaged } from './diary.ts';
import { dueOn } from './next-due.ts';
import type { Booked, Supported } from './week.queries.ts';

/** Somebody with whom nothing is booked although their rhythm asks for a time by the end of the week. */
export interface Due extends Supported {
  dueOn: CalendarDate;
  /** Days since they met, or since they began; the longest waiting stands first. */
  waiting: number;
}

/** Who is due and not booked, by the end of the week, the longest waiting first. */
export function dueIn(
  supported: readonly Supported[],
  { until, today }: { until: CalendarDate; today: CalendarDate },
): Due[] {
  return supported
    .flatMap((each) => {
      const due = dueOn(each, each.lastHeld);
      if (due === null || due > until || each.nextOn !== null) return [];
      return [{ ...each, dueOn: due, waiting: daysBetween(each.lastHeld ?? each.startsOn ?? today, today) }];
    })
    .toSorted((a, b) => b.waiting - a.waiting || (a.id < b.id ? -1 : 1));
}

/** A stretch of a day with nothing in it: '09:00' to '10:15'. */
export interface Gap {
  from: string;
  until: string;
}

/** A stretch shorter than this is no gap: nobody meets in it. */
const shortest = 15;

/**
 * The stretches of a working day in which nothing stands, as far as it is known here; null where the hours of that day
 * are not written down.
 */
export function gapsOf(
  days: readonly WorkingDay[] | null,
  on: CalendarDate,
  engaged: readonly Pick<Engaged, 'startsAt' | 'minutes'>[],
): Gap[] | null {
  const worked = days?.find(({ day }) => day === weekdays[weekday(on) - 1]);
  if (days !== null && !worked) return [];
  if (!worked?.from || !worked.until) return null;
  const gaps: Gap[] = [];
  let from = worked.from;
  const taken = engaged
    .flatMap(({ startsAt, minutes }) => (startsAt === null ? [] : [{ startsAt, minutes }]))
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  for (const { startsAt, minutes } of taken) {
    if (startsAt >= worked.until) break;
    if (longEnough(from, startsAt)) gaps.push({ from, until: startsAt });
    const end = clockAfter(startsAt, minutes) ?? worked.until;
    if (end > from) from = end;
  }
  if (longEnough(from, worked.until)) gaps.push({ from, until: worked.until });
  return gaps;
}

const longEnough = (from: string, until: string): boolean =>
  (clockAfter(from, shortest) ?? '24:00') <= until && from < until;

/** Monday to Friday of the week that begins on `monday`. */
export const daysOfWeek = (monday: CalendarDate): CalendarDate[] =>
  [0, 1, 2, 3, 4].map((day) => addDays(monday, day));

export const onDay = (booked: readonly Booked[], on: CalendarDate): Booked[] =>
  booked.filter((each) => each.on === on);
