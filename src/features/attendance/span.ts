import { type Expression, type RawBuilder, sql } from 'kysely';
import { addDays, isCalendarDate } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { FilterFields } from '#ui/list.ts';
import { html, type Html } from '#ui/html.ts';

/** Two days, both counted. */
export type Days = { from: string; until: string };

/** No question is asked of more than so many days. */
const longest = 400;

/** The days that the address asks for; what it leaves open is the term that it is, or was last, until today. */
export async function daysAsked({ db, organisationId: owner, query, today }: Visit): Promise<Days> {
  const given = (name: string): string | undefined =>
    query[name] !== undefined && isCalendarDate(query[name]) ? query[name] : undefined;
  const until = given('until') ?? today;
  const from = given('from') ?? (await termBegan(db, owner, until)) ?? addDays(until, -84);
  if (from > until) return { from: until, until };
  return { from: from < addDays(until, -longest) ? addDays(until, -longest) : from, until };
}

/** The first day of the term that holds a day, or came last before it; null where none is written down. */
async function termBegan(db: Db, owner: string, day: string): Promise<string | null> {
  const { rows } = await sql<{ from: string }>`select t.starts_on::text as "from" from term t
    where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null and t.starts_on <= ${day}
    order by t.starts_on desc limit 1`.execute(db);
  return rows[0]?.from ?? null;
}

/** The first day of the school year in SQL; where none is written down, a year before. */
export const yearBegan = (owner: string, today: string | Expression<unknown>): RawBuilder<string> =>
  sql<string>`coalesce((select y.starts_on from term y where y.owner_id = ${owner} and y.kind = 'year'
    and y.ended_at is null and y.starts_on <= ${today} order by y.starts_on desc limit 1), ${today}::date - 365)`;

export const dayFields = (f: FilterFields): Html =>
  html`${f.date({ name: 'from', label: t('From'), unmarked: true })}
  ${f.date({ name: 'until', label: t('Until'), unmarked: true })}`;
