import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { seesProgramme } from '#features/programmes/index.ts';
import { replacedOf, type Replaced } from './replaces.queries.ts';
import { themeNow } from './yearly-theme.queries.ts';

/** What one programme or group asks of a person in one term, in minutes. */
export interface HoursOf {
  slug: string;
  sort: string;
  title: string;
  minutes: number;
  inSchoolDay: number;
}

/** All that a person takes part in, for one term. */
export interface MyHours {
  /** The name of the term; null where the school has said none: then the next thirteen weeks count. */
  term: string | null;
  of: readonly HoursOf[];
}

interface Row extends HoursOf {
  term: string | null;
}

const hoursOf = (who: Who, today: Expression<string>): List<Row> => {
  const owner = who.organisationId;
  const taking = [...who.standing.circles]
    .filter(([, parts]) => parts.has('participant') || parts.has('facilitator'))
    .map(([id]) => id);
  return list<Row>(sql`
      with span as (
        select t.name, t.starts_on, t.ends_on from (
          select t.name, t.starts_on, t.ends_on from term t where t.owner_id = ${owner} and t.kind = 'term'
            and t.ended_at is null and t.ends_on >= ${today} order by t.starts_on limit 1) t
        union all select null, ${today}::date, ${today}::date + 91 where not exists (
          select 1 from term t where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null
            and t.ends_on >= ${today}))
      select span.name as term, p.slug, p.sort, p.title, sum(s.minutes)::int as minutes,
        coalesce(sum(s.minutes) filter (where s.in_school_day), 0)::int as "inSchoolDay"
      from span
      join programme p on p.owner_id = ${owner} and p.id = any(${taking}::uuid[])
      join item i on i.owner_id = p.owner_id and i.id = p.id
      join programme_step s on s.owner_id = p.owner_id and s.programme_id = p.id
      where p.published_at is not null and p.closed_at is null and i.ended_at is null and s.ended_at is null
        and s.on_date between span.starts_on and span.ends_on
        -- What was before one came asks nothing of one.
        and s.on_date >= (select min(c.starts_at at time zone 'UTC')::date from circle_member c
          where c.owner_id = ${owner} and c.circle_id = p.id and c.person_id = ${who.personId} and c.ends_at is null)
        and ${seesProgramme(who, 'i')}
      group by span.name, p.slug, p.sort, p.title, p.id
      order by sum(s.minutes) desc, p.title, p.id`);
};

const ask = composed((who, { today }: Given<{ today: string }>) => ({ hours: hoursOf(who, today) }));

/** The hours of everything a person takes part in, in the term that `today` is in or that comes next. One statement. */
export async function selectMyHours(db: Db, who: Who, today: string): Promise<MyHours> {
  const { hours } = await ask(db, who, { today });
  return myHours(hours);
}

const myHours = (rows: readonly Row[]): MyHours => ({ term: rows[0]?.term ?? null, of: rows });

const askBeforeStart = composed((who, { today, protocol }: Given<{ today: string; protocol: string }>) => ({
  hours: hoursOf(who, today),
  themes: themeNow(who.organisationId, protocol, today),
}));

/** What one looks at before starting a group: one's hours, and the school's theme for the protocol. One statement. */
export async function selectBeforeStart(
  db: Db,
  who: Who,
  asked: { today: string; protocol: string },
): Promise<{ hours: MyHours; theme: string | undefined }> {
  const { hours, themes } = await askBeforeStart(db, who, asked);
  return { hours: myHours(hours), theme: themes[0]?.title };
}

const askHours = composed((who, { today }: Given<{ today: string }>) => ({
  hours: hoursOf(who, today),
  replaced: replacedOf(who),
}));

/** One's hours, with what one said each group takes the place of. One statement. */
export async function selectHoursPage(
  db: Db,
  who: Who,
  today: string,
): Promise<MyHours & { replaced: readonly Replaced[] }> {
  const { hours, replaced } = await askHours(db, who, { today });
  return { ...myHours(hours), replaced };
}
