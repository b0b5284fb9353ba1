import { addDays, type CalendarDate, type DateSpan } from '#platform/calendar/dates.ts';
import { openDayFrom } from '#platform/calendar/open-days.ts';

/**
 * When something new in one's teaching is met again. The one rule for try-outs and for practice; it knows no
 * database and no clock. Widening intervals: S3, Allen, question 3 ("remembered … at several points in time …
 * ideally building up to the point of automaticity"). The lengths are Staffroom's own.
 */

/** How it goes by the time one looks again. */
export const hows = ['by-itself', 'with-thought', 'forgot', 'slipped-back'] as const;
export type How = (typeof hows)[number];

/** In the person's own voice. */
export const howWords: Record<How, string> = {
  'by-itself': 'It goes by itself',
  'with-thought': 'It goes when I think of it',
  forgot: 'I forgot about it',
  'slipped-back': 'Old habits came back',
};

/** Days between one look and the next. Each is wider, because what is met again after longer stays longer. */
export const intervals = [7, 21, 49, 98] as const;
const [first] = intervals;
const last = intervals[intervals.length - 1]!;

/** Days between looks at what goes by itself but took the place of an old habit: later, rarer, never quite over. */
const relapseIntervals = [140, 182, 364] as const;
const lastRelapse = relapseIntervals[relapseIntervals.length - 1]!;

/**
 * After how many days to look again; null when it has settled. What goes, with thought or without, is met again at the
 * next wider interval, and has settled when it goes by itself at the widest: one good look is not a habit. What was
 * forgotten is met again at the next narrower one; where old habits came back one begins again.
 */
export function nextInterval(afterDays: number, how: How): number | null {
  if (how === 'slipped-back') return first;
  if (how === 'forgot') return intervals.findLast((days) => days < afterDays) ?? first;
  return intervals.find((days) => days > afterDays) ?? (how === 'by-itself' ? null : last);
}

/**
 * The next look at what a person practises; null when there is none. A change that took the place of an old habit is
 * never let out of sight: once it goes by itself, rarer looks (`relapse`) ask whether the old habit has come back.
 * Source: S3, Where next?, on prior practice that "can easily re-emerge after a while".
 */
export function nextLook(
  afterDays: number,
  how: How,
  replacesHabit: boolean,
): { afterDays: number; relapse: boolean } | null {
  const next = nextInterval(afterDays, how);
  if (next !== null) return { afterDays: next, relapse: false };
  if (!replacesHabit) return null;
  return { afterDays: relapseIntervals.find((days) => days > afterDays) ?? lastRelapse, relapse: true };
}

/** The days on which a school teaches. */
export interface TeachingDays {
  terms: readonly DateSpan[];
  closures: readonly DateSpan[];
}

/** The teaching day on which to look again: never a weekend, a holiday or a closure. */
export const lookDay = (
  from: CalendarDate,
  afterDays: number,
  { terms, closures }: TeachingDays,
): CalendarDate => openDayFrom(addDays(from, afterDays), terms, closures);
