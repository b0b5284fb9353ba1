import { type Expression, type RawBuilder, sql } from 'kysely';
import { addDays } from '#platform/calendar/dates.ts';

/** Whoever asks families within so many days of the end of a school year asks for the next. */
const almostOver = 45;

/** The last day of the school year that is asked for now, of those that the school has written down; null for none. */
export const yearEnd = (owner: string, today: string | Expression<unknown>): RawBuilder<string | null> =>
  sql<string | null>`(select min(y.ends_on) from term y where y.owner_id = ${owner} and y.kind = 'year'
    and y.ended_at is null and y.ends_on >= ${today}::date + ${almostOver}::int
    and y.ends_on < ${today}::date + 400)`;

/** That day, or the next end of August where the school has no dates yet. */
export function usualUntil(known: string | null, today: string): string {
  if (known !== null) return known;
  const august = `${today.slice(0, 4)}-08-31`;
  return august >= addDays(today, almostOver) ? august : `${Number(today.slice(0, 4)) + 1}-08-31`;
}
