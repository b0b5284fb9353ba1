import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';

interface Facts {
  /** Which of the sources it came from. */
  source: number;
  facts: never;
}

/** The calendars of several parts as that of the feature; each entry is named by the part it came from. */
export const oneCalendar = (sources: readonly CalendarSource[]): CalendarSource => ({
  select: (who, from, until) =>
    sql.join(
      sources.map(
        (source, index) => sql`
        select s.id, s.on_date, s.starts_at, s.minutes, s.place, s.href, s.changed_at, s.cancelled_at,
          jsonb_build_object('source', ${sql.lit(index)}::integer, 'facts', s.facts)
        from (${source.select(who, from, until)})
          s (id, on_date, starts_at, minutes, place, href, changed_at, cancelled_at, facts)`,
      ),
      sql` union all `,
    ),
  title: ({ source, facts }: Facts) => sources[source]!.title(facts),
});
