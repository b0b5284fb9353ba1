import { addDays } from '#platform/calendar/dates.ts';
import { calendarFeed, type CalendarFeed } from '#platform/calendar/feed.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { CalendarEntry, Feature } from '#platform/http/feature.ts';
import type { Bytes } from '#platform/http/route.ts';
import { speaking, t, type Tongue } from '#platform/i18n/i18n.ts';
import { type Days, type FoundEntry, inWords } from './entries.ts';

/**
 * How far a feed looks back and forward, in days. What was cancelled is looked for further back: something of the
 * furthest day that was on is then still told of for as many days again.
 */
const span = { back: 60, cancelledBack: 120, forward: 400 };

/** The days that are asked for on a day. */
export const daysOfFeed = (on: string): Days => ({
  from: addDays(on, -span.cancelledBack),
  until: addDays(on, span.forward),
});

interface Feed {
  /** What the calendar is called where it is read, said in the language of `tongue`. */
  name(): string;
  /** The language of whoever reads it, and the zone of the school. */
  tongue: Tongue;
  /** The day it is at the school. */
  on: string;
  found: readonly FoundEntry[];
  features: readonly Feature[];
  /** Where people reach this installation. */
  address: string;
}

/** The feed as calendar programs read it. */
export function feedText({ name, tongue, on, found, features, address }: Feed): Bytes {
  const first = addDays(on, -span.back);
  const told = found.filter((entry) => entry.cancelledAt !== null || entry.on >= first);
  return {
    type: 'text/calendar; charset=utf-8',
    body: speaking(tongue, () =>
      calendarFeed({
        name: name(),
        zone: tongue.zone,
        events: inWords(told, features).map((entry) => eventOf(entry, tongue.zone, address)),
      }),
    ),
  };
}

function eventOf(entry: CalendarEntry, zone: string, address: string): CalendarFeed['events'][number] {
  const common = {
    id: entry.id,
    // Some programs show what was cancelled like everything else, so its title says it too.
    title: entry.isCancelled ? t('Cancelled: {title}', { title: entry.title }) : entry.title,
    url: `${address}${entry.href}`,
    updatedAt: entry.changedAt,
    cancelled: entry.isCancelled,
    ...(entry.place ? { place: entry.place } : {}),
  };
  if (entry.startsAt === null) return { ...common, on: entry.on };
  const startsAt = instantAt(entry.on, entry.startsAt, zone);
  return {
    ...common,
    startsAt,
    ...(entry.minutes > 0 ? { endsAt: new Date(startsAt.getTime() + entry.minutes * 60_000) } : {}),
  };
}
