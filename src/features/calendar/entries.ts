import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { CalendarEntry, Feature } from '#platform/http/route.ts';

interface Row {
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

/** What is in somebody's calendar, before it is put into the reader's language. */
export interface FoundEntries {
  rows: readonly Row[];
  features: readonly Feature[];
}

/** More than anybody has in a year; a calendar longer than this is cut. */
const most = 1000;

/** Everything that the features have for this person from one day to another, both included, in one statement. */
export async function selectEntries(
  db: Db,
  features: readonly Feature[],
  who: Who,
  from: string,
  until: string,
): Promise<FoundEntries> {
  const parts = features.flatMap(({ name, calendar }) =>
    calendar
      ? [
          sql`select ${name}::text as source, s.* from (${calendar.select(who, from, until)})
            s (id, on_date, starts_at, minutes, place, href, changed_at, facts)`,
        ]
      : [],
  );
  if (parts.length === 0) return { rows: [], features };
  const { rows } = await sql<Row>`
    select e.source, e.id, e.on_date as "on", e.starts_at as "startsAt", e.minutes, e.place, e.href,
      e.changed_at as "changedAt", e.facts
    from (${sql.join(parts, sql` union all `)}) e
    order by e.on_date, e.starts_at nulls first, e.id limit ${most}`.execute(db);
  return { rows, features };
}

/** The entries with their titles, in the language of whoever the page is drawn for. */
export function inWords({ rows, features }: FoundEntries): CalendarEntry[] {
  const sources = new Map(features.map(({ name, calendar }) => [name, calendar]));
  return rows.map(({ source, facts, id, ...entry }) => ({
    ...entry,
    id: `${source}-${id}`,
    title: sources.get(source)!.title(facts),
  }));
}
