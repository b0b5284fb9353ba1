import { ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, type CalendarDate } from './dates.ts';

interface FeedEvent {
  /** Stays the same for the life of the event, so that calendars update it rather than add a second. */
  id: string;
  title: string;
  /** Absolute http(s) address of the event's own page. */
  url: string;
  place?: string;
  description?: string;
  /** When it last changed, being cancelled and brought back included. Both calendars' marks of a change follow it. */
  updatedAt: Date;
  /** Shown struck through or removed by the reader's calendar; leave cancelled events in the feed for a while. */
  cancelled?: boolean;
}

/** An event at a time: two instants. Without an end it is a moment, such as a deadline. */
interface TimedFeedEvent extends FeedEvent {
  startsAt: Date;
  endsAt?: Date;
}

/** An event that takes whole days. `lastOn` is its last day, included. */
interface AllDayFeedEvent extends FeedEvent {
  on: CalendarDate;
  lastOn?: CalendarDate;
}

export interface CalendarFeed {
  /** What the reader's calendar is to be called. */
  name: string;
  /** IANA zone the calendar is about, such as 'Europe/London'. */
  zone: string;
  events: readonly (TimedFeedEvent | AllDayFeedEvent)[];
}

/**
 * An iCalendar document (RFC 5545) for a feed a person subscribes to; serve as `text/calendar`.
 * Times are written in UTC, the one form every calendar program reads alike on both sides of a clock
 * change without a table of zone rules; whole days are written as dates and belong to no zone.
 * Throws TypeError when an event's address is not absolute http(s).
 */
export function calendarFeed({ name, zone, events }: CalendarFeed): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Staffroom', product: 'Staffroom', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
    // The library writes a calendar's name as it stands, so it is escaped here; titles it escapes itself.
    name: escapeText(name),
  });
  for (const event of events) {
    calendar.createEvent({
      id: `${encodeURIComponent(event.id)}@staffroom`,
      summary: plain(event.title),
      ...('on' in event ? wholeDays(event) : moment(event)),
      stamp: event.updatedAt,
      lastModified: event.updatedAt,
      sequence: sequenceAt(event.updatedAt),
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: takesNoTime(event) ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      url: webAddress(event.url),
      ...(event.place === undefined ? {} : { location: plain(event.place) }),
      ...(event.description === undefined ? {} : { description: plain(event.description) }),
    });
  }
  return withZone(`${calendar.toString()}\r\n`, zone);
}

/**
 * The zone as a line of the head. The library's own zone would turn times into that of the machine that happens to
 * run the server, and its extra lines come after the events, where no line of the head may stand (RFC 5545, 3.6).
 */
const withZone = (text: string, zone: string): string =>
  text.replace(
    'METHOD:PUBLISH\r\n',
    (method) => `${method}X-WR-TIMEZONE:${zone.replace(/[^\w/+-]/g, '')}\r\n`,
  );

/** Before anything here was made; what is older counts as made then. */
const firstMoment = Date.UTC(2020, 0, 1);
/** The highest number that RFC 5545 (3.3.8) lets a calendar program expect: enough until 2088. */
const highest = 2 ** 31 - 1;

/**
 * The number by which calendar programs tell a later state of an event from an earlier one. It must rise with each
 * change and never fall (RFC 5545, 3.8.7.4), so it counts the seconds until the change: no event needs a counter
 * of its own, and what is cancelled, brought back and moved again still goes up.
 */
const sequenceAt = (updatedAt: Date): number =>
  Math.min(highest, Math.max(0, Math.floor((updatedAt.getTime() - firstMoment) / 1000)));

/** Somebody with a day's reminder in their calendar is still free on that day. */
const takesNoTime = (event: TimedFeedEvent | AllDayFeedEvent): boolean =>
  event.cancelled === true || 'on' in event;

function moment(event: TimedFeedEvent) {
  return { start: event.startsAt, ...(event.endsAt === undefined ? {} : { end: event.endsAt }) };
}

/** iCalendar counts the end of a whole-day event as the day after its last. */
function wholeDays(event: AllDayFeedEvent) {
  const dayAfter = addDays(event.lastOn ?? event.on, 1);
  return { allDay: true, start: utcMidnight(event.on), end: utcMidnight(dayAfter) };
}

function utcMidnight(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** Text as iCalendar allows it: single newlines, no other control characters. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}

function escapeText(text: string): string {
  return plain(text)
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/\n/g, '\\n');
}

function webAddress(text: string): string {
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new TypeError(`A calendar event needs a web address; got ${url.protocol}`);
  }
  // The library escapes these two as if an address were text, which would break it.
  return url.href.replaceAll(',', '%2C').replaceAll(';', '%3B');
}
