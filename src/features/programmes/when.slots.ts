import {
  addDays,
  type CalendarDate,
  daysBetween,
  type DateSpan,
  holds,
  isWeekend,
  weekday,
} from '#platform/calendar/dates.ts';
import { usualDays, weekdays, type WorkingDay } from '#features/people/index.ts';

/** Which time of day is looked at: the step's own, after school, or one that was written. */
export type TimeChoice = 'as-now' | 'after-school' | 'at';

/** When a meeting after school begins, where nothing else is said. */
export const afterSchool = '15:45';

/** How many days are looked at together. */
export const daysLookedAt = 35;

/** Somebody whom a step is for. */
export interface Attendee {
  personId: string;
  name: string;
  kind: string;
  /** When they work, as they wrote it down; null when they did not. */
  days: readonly WorkingDay[] | null;
  /** They wrote that some weeks are different. */
  oddWeeks: boolean;
}

/** Something that somebody has on a day. What it is stays unsaid. */
export interface Engagement {
  personId: string;
  on: CalendarDate;
  /** '15:45', or null when its time is not fixed yet. */
  startsAt: string | null;
  minutes: number;
}

/** A run of days on which the school is closed; a 'training-day' is one without pupils. */
export type Closure = DateSpan & { kind: string };

/** How somebody stands to a time: free, something else then, not at work then, or nobody can say. */
export type Availability = 'free' | 'busy' | 'away' | 'unknown';

/** A time that could be, with who could come. */
export interface Slot {
  on: CalendarDate;
  startsAt: string;
  isTrainingDay: boolean;
  people: Readonly<Record<Availability, readonly Attendee[]>>;
}

export interface Search {
  from: CalendarDate;
  until: CalendarDate;
  startsAt: string;
  minutes: number;
  /** The day the step is on now: of two times alike the nearer one is better. */
  around: CalendarDate;
  /** The step is done with pupils, so that a training day is no day for it. */
  withPupils: boolean;
  attendees: readonly Attendee[];
  engagements: readonly Engagement[];
  terms: readonly DateSpan[];
  closures: readonly Closure[];
}

/**
 * The times that could be, one on each day that the school is open, best first: where fewest cannot come, then where
 * least is unknown, then what is nearest to the day the step is on now.
 */
export function slotsOf(search: Search): Slot[] {
  const engaged = Map.groupBy(search.engagements, ({ on }) => on);
  return daysOf(search)
    .filter((day) => isOpen(day, search))
    .map((on) => ({
      on,
      startsAt: search.startsAt,
      isTrainingDay: isTrainingDay(on, search.closures),
      people: whoCould(search, on, engaged.get(on) ?? []),
    }))
    .toSorted((a, b) => worth(a, search) - worth(b, search) || (a.on < b.on ? -1 : 1));
}

/** The weekdays that are looked at, both ends included. */
export const daysOf = ({ from, until }: Pick<Search, 'from' | 'until'>): CalendarDate[] =>
  Array.from({ length: daysBetween(from, until) + 1 }, (_, n) => addDays(from, n)).filter(
    (day) => !isWeekend(day),
  );

const isTrainingDay = (day: CalendarDate, closures: readonly Closure[]): boolean =>
  closures.some((closure) => closure.kind === 'training-day' && holds(closure, day));

/** In a term and in no holiday; on a training day staff are at work, in a term or not. Without terms every weekday counts. */
export function isOpen(
  day: CalendarDate,
  { terms, closures, withPupils }: Pick<Search, 'terms' | 'closures' | 'withPupils'>,
): boolean {
  if (isTrainingDay(day, closures)) return !withPupils;
  if (closures.some((closure) => holds(closure, day))) return false;
  return terms.length === 0 || terms.some((term) => holds(term, day));
}

function whoCould(search: Search, on: CalendarDate, engaged: readonly Engagement[]): Slot['people'] {
  const people: Record<Availability, Attendee[]> = { free: [], busy: [], away: [], unknown: [] };
  for (const attendee of search.attendees) {
    const theirs = engaged.filter(({ personId }) => personId === attendee.personId);
    people[availability(attendee, on, theirs, search)].push(attendee);
  }
  return people;
}

/** How somebody stands to a time on a day, with what else they have on it. */
export function availability(
  attendee: Pick<Attendee, 'kind' | 'days'>,
  on: CalendarDate,
  engaged: readonly Pick<Engagement, 'startsAt' | 'minutes'>[],
  { startsAt, minutes }: Pick<Search, 'startsAt' | 'minutes'>,
): Availability {
  const days = attendee.days ?? (attendee.kind === 'staff' ? usualDays : null);
  if (days && !worksThen(days, on, startsAt, minutes)) return 'away';
  const clash = engaged.some(
    (each) => each.startsAt !== null && overlaps(startsAt, minutes, each.startsAt, each.minutes),
  );
  if (clash) return 'busy';
  return days === null || engaged.some((each) => each.startsAt === null) ? 'unknown' : 'free';
}

function worksThen(
  days: readonly WorkingDay[],
  on: CalendarDate,
  startsAt: string,
  minutes: number,
): boolean {
  const worked = days.find(({ day }) => day === weekdays[weekday(on) - 1]);
  if (!worked) return false;
  if (worked.from === null || worked.until === null) return true;
  return (
    minuteOf(worked.from) <= minuteOf(startsAt) && minuteOf(startsAt) + minutes <= minuteOf(worked.until)
  );
}

/** What has no length still takes its moment. */
function overlaps(a: string, aMinutes: number, b: string, bMinutes: number): boolean {
  const [aStart, bStart] = [minuteOf(a), minuteOf(b)];
  return aStart < bStart + Math.max(1, bMinutes) && bStart < aStart + Math.max(1, aMinutes);
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Less is better. Somebody who cannot come weighs more than all who are not known, and those more than any distance. */
function worth({ on, people }: Slot, { around }: Search): number {
  const cannot = people.busy.length + people.away.length;
  return cannot * 1_000_000 + people.unknown.length * 1000 + Math.min(999, Math.abs(daysBetween(around, on)));
}

/** The time by the clock so many minutes later; null past midnight. */
export function clockAfter(time: string, minutes: number): string | null {
  const end = minuteOf(time) + minutes;
  if (end >= 24 * 60) return null;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}
