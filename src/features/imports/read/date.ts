import { dayMs } from '#platform/calendar/dates.ts';

/** How the day, month and year of a date such as 4/5/26 are to be taken. */
export type DateOrder = 'day-first' | 'month-first';

type DateReading = { readonly ok: true; readonly day: string } | { readonly ok: false; readonly why: string };

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const numbers = /^(\d{1,4})[./\- ]+(\d{1,2})[./\- ]+(\d{1,4})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const dayThenName = /^(\d{1,2})(?:st|nd|rd|th)?[\s.\-/]*(?:of\s+)?([a-z]{3,9})\.?,?[\s.\-/]*(\d{2}|\d{4})$/i;
const nameThenDay = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{2}|\d{4})$/i;
const serial = /^\d{5}(?:\.\d+)?$/;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
const timeOfDay = /[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * The order of day and month in a column, when a value settles it (13/… is a day, …/13 a month).
 * Null when nothing settles it, or when values contradict one another.
 */
export function inferDateOrder(values: Iterable<string>): DateOrder | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const value of values) {
    const parts = numbers.exec(value.trim().replace(timeOfDay, ''));
    if (parts === null || parts[1]!.length > 2) continue;
    const first = Number(parts[1]);
    const second = Number(parts[2]);
    if (first > 12 && first <= 31 && second <= 12) dayFirst = true;
    if (second > 12 && second <= 31 && first <= 12) monthFirst = true;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day-first' : 'month-first';
}

/**
 * Reads a date as people write it: 2026-09-01, 01/09/2026, 1.9.26, 1 Sept 2026, September 1, 2026, 20260901,
 * or a spreadsheet's serial number (days since 30 December 1899). A time of day after it is passed over.
 * A year of two digits is 2000–2049 or 1950–1999. Never throws: an impossible date says why.
 */
export function readDate(text: string, order: DateOrder = 'day-first'): DateReading {
  const value = text.trim().replace(timeOfDay, '').replace(weekday, '');
  if (serial.test(value)) return readSerial(Number(value));

  const plain = numbers.exec(value);
  if (plain !== null) {
    const [, a, b, c] = plain as unknown as [string, string, string, string];
    if (a.length === 4) return makeDate(Number(a), Number(b), Number(c));
    if (a.length > 2 || c.length === 1 || c.length === 3) return unreadable;
    const year = fullYear(c);
    return order === 'day-first'
      ? makeDate(year, Number(b), Number(a))
      : makeDate(year, Number(a), Number(b));
  }
  const run = compact.exec(value);
  if (run !== null) return makeDate(Number(run[1]), Number(run[2]), Number(run[3]));
  const dayFirst = dayThenName.exec(value);
  if (dayFirst !== null) return makeNamed(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  const nameFirst = nameThenDay.exec(value);
  if (nameFirst !== null) return makeNamed(nameFirst[3]!, nameFirst[1]!, nameFirst[2]!);
  return unreadable;
}

/** The whole sentence for a date that could not be read. */
export function dateMessage(line: number, value: string): string {
  return `We could not read the date in row ${line} ("${value}").`;
}

const unreadable: DateReading = { ok: false, why: 'Write it like 1/9/2026 or 2026-09-01.' };

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function readSerial(days: number): DateReading {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * dayMs);
  const year = date.getUTCFullYear();
  return year >= 1920 && year <= 2100 ? { ok: true, day: date.toISOString().slice(0, 10) } : unreadable;
}

function makeNamed(year: string, name: string, day: string): DateReading {
  const lower = name.toLowerCase();
  const month = monthNames.findIndex((each) => each.toLowerCase().startsWith(lower));
  return month === -1 ? unreadable : makeDate(fullYear(year), month + 1, Number(day));
}

function makeDate(year: number, month: number, day: number): DateReading {
  if (year < 1900 || year > 2100) return { ok: false, why: `The year ${year} is not one we can take.` };
  const name = monthNames[month - 1];
  if (name === undefined) return { ok: false, why: 'A year has 12 months.' };
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > days && month === 2 && day === 29) {
    return { ok: false, why: `${year} is not a leap year: February has 28 days.` };
  }
  if (day < 1 || day > days) return { ok: false, why: `${name} has ${days} days.` };
  const two = (number: number): string => String(number).padStart(2, '0');
  return { ok: true, day: `${year}-${two(month)}-${two(day)}` };
}
