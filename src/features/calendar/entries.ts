import { type RawBuilder, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { CalendarEntry, Feature } from '#platform/http/feature.ts';

/** What is in somebody's calendar, before it is put into the reader's language. */
export interface FoundEntry {
  source: string;
  id: string;
  on: string;
  startsAt: string | null;
  minutes: number;
  place: string;
  href: string;
  changedAt: Date;
  cancelledAt: Date | null;
  facts: never;
}

export interface Days {
  from: string;
  until: string;
}

/** More than anybody has in a year; a calendar longer than this is cut. */
const most = 1000;
const moments = { changedAt: 'moment', cancelledAt: 'moment' } as const;

/** Everything that the features have for this person from one day to another, both included, without what was cancelled. */
export const entriesOf = (features: readonly Feature[], who: Who, days: Given<Days>): List<FoundEntry> =>
  found(features, who, days, sql`where e.cancelled_at is null`);

function found(
  features: readonly Feature[],
  who: Who,
  { from, until }: Given<Days>,
  where: RawBuilder<unknown>,
): List<FoundEntry> {
  const parts = features.flatMap(({ name, calendar }) =>
    calendar
      ? [
          sql`select ${name}::text as source, s.* from (${calendar.select(who, from, until)})
            s (id, on_date, starts_at, minutes, place, href, changed_at, cancelled_at, facts)`,
        ]
      : [],
  );
  if (parts.length === 0) return list<FoundEntry>(sql`select 0 where false`, moments);
  return list<FoundEntry>(
    sql`select e.source, e.id, e.on_date as "on", e.starts_at as "startsAt", e.minutes, e.place, e.href,
      e.changed_at as "changedAt", e.cancelled_at as "cancelledAt", e.facts
    from (${sql.join(parts, sql` union all `)}) e ${where}
    order by e.on_date, e.starts_at nulls first, e.facts->'order' nulls last, e.id limit ${most}`,
    moments,
  );
}

type Ask = (db: Db, who: Who, days: Days) => Promise<FoundEntry[]>;

/** The same by itself, for the calendar. */
export const entriesAlone = (features: () => readonly Feature[]): Ask => {
  const ask = composed((who, days: Given<Days>) => ({ entries: entriesOf(features(), who, days) }));
  return async (db, who, days) => (await ask(db, who, days)).entries;
};

/** What was cancelled too, for calendars elsewhere: one that hears nothing of it goes on showing it. */
export const entriesWithCancelled = (features: () => readonly Feature[]): Ask => {
  const ask = composed((who, days: Given<Days>) => ({ entries: found(features(), who, days, sql``) }));
  return async (db, who, days) => (await ask(db, who, days)).entries;
};

/** The entries with their titles, in the language of whoever the page is drawn for. */
export function inWords(rows: readonly FoundEntry[], features: readonly Feature[]): CalendarEntry[] {
  const sources = new Map(features.map(({ name, calendar }) => [name, calendar]));
  return rows.map(({ source, facts, id, cancelledAt, ...entry }) => ({
    ...entry,
    isCancelled: cancelledAt !== null,
    id: `${source}-${id}`,
    title: sources.get(source)!.title(facts),
  }));
}
