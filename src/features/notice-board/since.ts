import {
  addDays,
  type CalendarDate,
  type DateSpan,
  holds,
  isCalendarDate,
  weekOf,
  weekday,
} from '#platform/calendar/dates.ts';

const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** How far back a day on which somebody was in is looked for: the summer holidays and a little. */
const farthest = 70;
/** How far back one can ask, in days. */
const longestBack = 366;

interface Working {
  /** Days somebody works, as 'monday'; null where nothing is known of them. */
  days: readonly string[] | null;
  terms: readonly DateSpan[];
  closures: readonly DateSpan[];
}

/** The last day before today on which somebody was to be in; yesterday where none is found. */
export function lastIn(today: CalendarDate, { days, terms, closures }: Working): CalendarDate {
  const works = days ?? names.slice(0, 5);
  const isIn = (day: CalendarDate): boolean =>
    works.includes(names[weekday(day) - 1]!) &&
    (terms.length === 0 || terms.some((term) => holds(term, day))) &&
    !closures.some((closure) => holds(closure, day));
  for (let back = 1; back <= farthest; back++) {
    const day = addDays(today, -back);
    if (isIn(day)) return day;
  }
  return addDays(today, -1);
}

/** Monday of this week; on a Monday, of the week before. */
export const lastMonday = (today: CalendarDate): CalendarDate => {
  const monday = weekOf(today);
  return monday === today ? addDays(today, -7) : monday;
};

/** The day in the address, where it is one to look back to. */
export const chosenDay = (asked: string | undefined, today: CalendarDate): CalendarDate | undefined =>
  asked !== undefined && isCalendarDate(asked) && asked <= today && asked >= addDays(today, -longestBack)
    ? asked
    : undefined;
