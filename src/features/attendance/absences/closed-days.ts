import { type Expression, type RawBuilder, sql } from 'kysely';
import { isSchoolDay, schoolDayAfter } from '#features/registers/index.ts';
import type { Db } from '#platform/db/database.ts';
import { Refused } from '#platform/errors.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';

type Day = string | Expression<unknown>;

/**
 * Whether a pupil is expected on a day, as far as is known: a school day, or from Monday to Friday after the last term
 * that is written down, where nobody knows yet.
 */
const isExpected = (owner: string, day: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(
  ${isSchoolDay(owner, day)}
  or (extract(isodow from ${day}) < 6
    and not exists (select 1 from term l where l.owner_id = ${owner} and l.kind = 'term' and l.ended_at is null
      and l.ends_on >= ${day})
    and not exists (select 1 from closure d where d.owner_id = ${owner} and d.ended_at is null
      and ${day} between d.starts_on and d.ends_on)))`;

/** The day with which a form begins: today, or where nobody is expected, the next school day. */
export const firstDay = (owner: string, today: Day): RawBuilder<string> =>
  sql<string>`(case when ${isExpected(owner, sql`${today}::date`)} then ${today}::date
    else coalesce(${schoolDayAfter(owner, today)}, ${today}::date) end)`;

/** Throws `Refused` where nobody is expected on any of these days. A span with a weekend in it is as good as any. */
export async function refuseClosed(db: Db, owner: string, from: string, until: string): Promise<void> {
  const { rows } = await sql<{ isOpen: boolean; next: string | null }>`
    select exists (select 1 from generate_series(${from}::date::timestamp, ${until}::date::timestamp, interval '1 day') s (at)
      where ${isExpected(owner, sql`s.at::date`)}) as "isOpen", ${schoolDayAfter(owner, until)}::text as next`.execute(
    db,
  );
  const { isOpen, next } = rows[0]!;
  if (isOpen) return;
  const closed =
    from === until
      ? t('{day} is no school day: nobody is expected.', { day: formatDate(from, 'weekday') })
      : t('None of these is a school day: nobody is expected.');
  throw new Refused({
    from_on:
      next === null
        ? closed
        : `${closed} ${t('The next school day is {day}.', { day: formatDate(next, 'weekday') })}`,
  });
}
