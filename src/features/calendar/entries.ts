import { sql } from 'kysely';
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
  facts: never;
}

export interface Days {
  from: string;
  until: string;
}

/** More than anybody has in a year; a calendar longer than this is cut. */
const most = 1000;

/** Everything that the features have for this person from one day to another, both included. */
export function entriesOf(
  features: readonly Feature[],
  who: Who,
  { from, until }: Given<Days>,
): List<FoundEntry> {
  const parts = features.flatMap(({ name, calendar }) =>
    calendar
      ? [
          sql`select ${name}::text as source, s.* from (${calendar.select(who, from, until)})
            s (id, on_date, starts_at, minutes, place, href, changed_at, facts)`,
        ]
      : [],
  );
  if (parts.length === 0) return list<FoundEntry>(sql`select 0 where false`, { changedAt: 'moment' });
  return list<FoundEntry>(
    sql`select e.source, e.id, e.on_date as "on", e.starts_at as "startsAt", e.minutes, e.place, e.href,
      e.changed_at as "changedAt", e.facts
    from (${sql.join(parts, sql` union all `)}) e
    order by e.on_date, e.starts_at nulls first, e.facts->'order' nulls last, e.id limit ${most}`,
    { changedAt: 'moment' },
  );
}

/** The same by itself, for the calendar and the feed. */
export const entriesAlone = (
  features: () => readonly Feature[],
): ((db: Db, who: Who, days: Days) => Promise<FoundEntry[]>) => {
  const ask = composed((who, days: Given<Days>) => ({ entries: entriesOf(features(), who, days) }));
  return async (db, who, days) => (await ask(db, who, days)).entries;
};

/** The entries with their titles, in the language of whoever the page is drawn for. */
export function inWords(rows: readonly FoundEntry[], features: readonly Feature[]): CalendarEntry[] {
  const sources = new Map(features.map(({ name, calendar }) => [name, calendar]));
  return rows.map(({ source, facts, id, ...entry }) => ({
    ...entry,
    id: `${source}-${id}`,
    title: sources.get(source)!.title(facts),
  }));
}
