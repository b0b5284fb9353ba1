import { type CalendarDate, isCalendarDate } from './dates.ts';

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The instant at which clocks in `zone` show `time` ('HH:MM') on `date`.
 * A time skipped in spring moves forward by the length of the gap (01:30 becomes 02:30 in London);
 * a time that happens twice in autumn is the first of the two. RFC 5545, section 3.3.5, reads both so.
 * Throws RangeError when date, time or zone cannot be read.
 */
export function instantAt(date: CalendarDate, time: string, zone: string): Date {
  if (!isCalendarDate(date)) throw new RangeError(`Not a date: ${JSON.stringify(date)}. Write YYYY-MM-DD.`);
  if (!TIME.test(time)) throw new RangeError(`Not a time: ${JSON.stringify(time)}. Write HH:MM.`);
  const wall = Date.parse(`${date}T${time}:00Z`);

  // No zone changes its clocks twice within two days, so the offsets a day either side are the only
  // two that can hold. The earlier reading comes first.
  const before = offsetAt(wall - 86_400_000, zone);
  const after = offsetAt(wall + 86_400_000, zone);
  for (const offset of [before, after]) {
    if (offsetAt(wall - offset, zone) === offset) return new Date(wall - offset);
  }
  return new Date(wall - before);
}

/** How far clocks in `zone` are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
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
