/**
 * Dates as people write them in a diary: 'YYYY-MM-DD', with no time and no zone.
 * All arithmetic counts whole days in UTC, where every day has 24 hours, so no clock change can
 * move a date. Two dates compare as text: '2026-09-02' < '2026-10-01'.
 */

/** A day of the Gregorian calendar, 'YYYY-MM-DD'. */
export type CalendarDate = string;

/** A day of 24 hours in milliseconds: for how long something is kept, never for stepping from date to date. */
export const dayMs = 86_400_000;

/** A run of days, both ends included: a term, a half-term holiday, a training day. */
export interface DateSpan {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/** Whether a day is one of a span's. */
export const holds = (span: DateSpan, day: CalendarDate): boolean =>
  span.startsOn <= day && day <= span.endsOn;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists: '2026-02-29' is not one. */
export function isCalendarDate(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && toCalendarDate(ms) === text;
}

/** The day `days` after `date`; before it when negative. Throws RangeError when `date` is no date. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  if (!Number.isInteger(days)) throw new RangeError(`Days are counted whole; got ${days}.`);
  return dateOfDay(dayNumber(date) + days);
}

/** Whole days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function weekday(date: CalendarDate): number {
  // Day 0 (1 January 1970) was a Thursday. The double remainder keeps earlier dates positive.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Saturday or Sunday. */
export function isWeekend(date: CalendarDate): boolean {
  return weekday(date) >= 6;
}

/** The Monday of the week that holds `date`. */
export function weekOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekday(date));
}

/**
 * The date on a wall calendar in `zone` (an IANA name such as 'Europe/London') at the instant `now`.
 * Throws RangeError for a zone this machine does not know.
 */
export function today(now: Date, zone: string): CalendarDate {
  // Asked by every page and costly to work out; a day begins on a whole minute in every zone.
  const minute = Math.floor(now.getTime() / 60_000);
  let known = latest.get(zone);
  if (known?.minute !== minute) latest.set(zone, (known = { minute, date: dateIn(now, zone) }));
  return known.date;
}

const latest = new Map<string, { minute: number; date: CalendarDate }>();

/** The same for any moment. */
export function dateIn(now: Date, zone: string): CalendarDate {
  const parts = calendarOf(zone).formatToParts(now);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone: making one takes a quarter of a millisecond, and every page needs today's date. */
function calendarOf(zone: string): Intl.DateTimeFormat {
  let calendar = calendars.get(zone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en-GB-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    calendars.set(zone, calendar);
  }
  return calendar;
}

/** The same few hundred days are asked for again and again, in loops over weeks and steps. */
const mostKept = 20_000;
const numbers = new Map<CalendarDate, number>();
const dates = new Map<number, CalendarDate>();

/** Days since 1 January 1970. Throws RangeError when the text is no date. */
function dayNumber(date: CalendarDate): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  if (!isCalendarDate(date)) throw new RangeError(`Not a date: ${JSON.stringify(date)}. Write YYYY-MM-DD.`);
  const number = Date.parse(`${date}T00:00:00Z`) / dayMs;
  if (numbers.size >= mostKept) numbers.clear();
  numbers.set(date, number);
  return number;
}

function dateOfDay(number: number): CalendarDate {
  let date = dates.get(number);
  if (date === undefined) {
    date = toCalendarDate(number * dayMs);
    if (dates.size >= mostKept) dates.clear();
    dates.set(number, date);
  }
  return date;
}

function toCalendarDate(ms: number): CalendarDate {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw new RangeError('Dates run from the year 0000 to 9999.');
  return date.toISOString().slice(0, 10);
}
