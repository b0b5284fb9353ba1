import {
  addDays,
  type CalendarDate,
  type DateSpan,
  daysBetween,
  holds,
  isWeekend,
} from '#platform/calendar/dates.ts';
import { afterOpenDays } from '#platform/calendar/open-days.ts';
import { t } from '#platform/i18n/i18n.ts';

/** When pupils are measured: the start, the middle, the end, and a good while after the end. */
export const moments = ['baseline', 'middle', 'end', 'delayed'] as const;
export type Moment = (typeof moments)[number];

export const isMoment = (text: string | undefined): text is Moment =>
  moments.some((moment) => moment === text);

const words: Record<Moment, () => string> = {
  baseline: () => t('Start'),
  middle: () => t('Middle'),
  end: () => t('End'),
  delayed: () => t('Later'),
};
export const momentWords = (moment: Moment): string => words[moment]();

export type MomentDates = Record<Moment, CalendarDate>;

interface Term {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/**
 * The first day on which one may measure what lasted: a whole term lies between it and the end.
 * Where the school has not entered that term yet, thirteen weeks stand for it.
 */
export function earliestDelayed(endOn: CalendarDate, terms: readonly Term[]): CalendarDate {
  const between = terms
    .filter((term) => term.startsOn > endOn)
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0];
  return between?.endsOn ?? addDays(endOn, 91);
}

/** No holidays last longer; beyond, terms are not entered yet. */
const longestHolidays = 56;

/** The last weekday of the term before, for a day in the holidays; the day itself where none lies after `after`. */
function beforeHolidays(day: CalendarDate, after: CalendarDate, terms: readonly Term[]): CalendarDate {
  if (terms.some((term) => holds(term, day))) return day;
  let last = terms
    .map(({ endsOn }) => endsOn)
    .filter((endsOn) => endsOn < day && endsOn >= addDays(day, -longestHolidays))
    .toSorted()
    .at(-1);
  while (last !== undefined && isWeekend(last)) last = addDays(last, -1);
  return last !== undefined && last > after ? last : day;
}

/**
 * Dates to begin from: the programme's first day, half-way, its last day, and the earliest one for what lasted.
 * Each is moved to the next day of school, and comes after the one before it. An end in the holidays is moved to
 * the last day of school before them, while classes are still together.
 */
export function proposedDates(
  programme: { startsOn: CalendarDate; endsOn: CalendarDate },
  terms: readonly Term[],
  closures: readonly DateSpan[],
): MomentDates {
  const open = (day: CalendarDate, after = ''): CalendarDate => {
    const before = addDays(day, -1);
    return afterOpenDays(before > after ? before : after, 1, terms, closures);
  };
  const days = Math.max(2, daysBetween(programme.startsOn, programme.endsOn));
  const baseline = open(programme.startsOn);
  const middle = open(addDays(programme.startsOn, Math.floor(days / 2)), baseline);
  const end = open(beforeHolidays(addDays(programme.startsOn, days), middle, terms), middle);
  return { baseline, middle, end, delayed: open(earliestDelayed(end, terms), end) };
}
