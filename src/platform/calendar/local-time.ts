import { type CalendarDate, dayMs, isCalendarDate } from './dates.ts';
import { remembered } from '../remembered.ts';

/** True for a time of day by the clock, '00:00' to '23:59'. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/**
 * The instant at which clocks in `zone` show `time` ('HH:MM') on `date`.
 * A time skipped in spring moves forward by the length of the gap (01:30 becomes 02:30 in London);
 * a time that happens twice in autumn is the first of the two. RFC 5545, section 3.3.5, reads both so.
 * Throws RangeError when date, time or zone cannot be read.
 */
export function instantAt(date: CalendarDate, time: string, zone: string): Date {
  if (!isCalendarDate(date)) throw new RangeError(`Not a date: ${JSON.stringify(date)}. Write YYYY-MM-DD.`);
  if (!isTime(time)) throw new RangeError(`Not a time: ${JSON.stringify(time)}. Write HH:MM.`);
  const wall = Date.parse(`${date}T${time}:00Z`);

  // No zone changes its clocks twice within two days, so the offsets a day either side are the only
  // two that can hold. The earlier reading comes first.
  const before = offsetAt(wall - dayMs, zone);
  const after = offsetAt(wall + dayMs, zone);
  for (const offset of [before, after]) {
    if (offsetAt(wall - offset, zone) === offset) return new Date(wall - offset);
  }
  return new Date(wall - before);
}

/** How far clocks in `zone` are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

/** Made once for each zone: making one takes longer than asking it. */
const clockOf = remembered(
  (zone: string) =>
    new Intl.DateTimeFormat('en-GB-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
);

/** What clocks in `zone` show at an instant: '07:30'. */
export const clockIn = (now: Date, zone: string): string =>
  new Date(now.getTime() + offsetAt(now.getTime(), zone)).toISOString().slice(11, 16);

/** When people may be written to of the program's own accord, by the clock where they are. */
const day = { from: 7, until: 19 };

/** Whether it is day, between 7 and 19 o'clock, where clocks show the time of `zone`. */
export function isByDay(now: Date, zone: string): boolean {
  const hour = new Date(now.getTime() + offsetAt(now.getTime(), zone)).getUTCHours();
  return hour >= day.from && hour < day.until;
}
