import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { planPolicy } from '../plan.policy.ts';
import type { ListedPlan } from '../plan.ts';
import type { SchoolYear } from '../plans.queries.ts';

/** A run of days that have a name. */
export interface Span {
  name: string;
  startsOn: string;
  endsOn: string;
}

/** What is taught to a year group under a subject's name. */
export interface Strand {
  subject: string;
  yearKey: string;
}

/** More than this are no picture any more. */
const mostPlans = 1500;

interface Asked {
  when: string | undefined;
  today: string;
  subject: string | undefined;
  year: string | undefined;
}

const ask = composed((who, { when, today, subject, year }: Given<Asked>) => {
  const owner = who.organisationId;
  // The year that was asked for, or that of today, or the next one to come, or the last there was.
  const chosen = sql`(select y.* from term y where y.owner_id = ${owner} and y.kind = 'year' and y.ended_at is null
    ${
      when === undefined
        ? sql`order by (${today}::date between y.starts_on and y.ends_on) desc, (y.starts_on > ${today}::date) desc,
            abs(y.starts_on - ${today}::date)`
        : sql`and y.id = ${when}`
    } limit 1)`;
  const wanted = sql`${subject === undefined ? sql`` : sql`and s.subject = ${subject}`}
    ${year === undefined ? sql`` : sql`and s.year_key = ${year}`}`;
  return {
    chosen: list<SchoolYear>(
      sql`select y.id, y.name, y.starts_on as "startsOn", y.ends_on as "endsOn" from ${chosen} y`,
    ),
    years:
      list<SchoolYear>(sql`select y.id, y.name, y.starts_on as "startsOn", y.ends_on as "endsOn" from term y
      where y.owner_id = ${owner} and y.kind = 'year' and y.ended_at is null order by y.starts_on desc limit 20`),
    terms:
      list<Span>(sql`select t.name, t.starts_on as "startsOn", t.ends_on as "endsOn" from term t, ${chosen} y
      where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null
        and t.starts_on <= y.ends_on and t.ends_on >= y.starts_on order by t.starts_on limit 12`),
    plans: list<ListedPlan>(
      sql`select s.id, s.title, s.subject, s.year_key as "yearKey", s.starts_on as "startsOn", s.ends_on as "endsOn",
          s.ready_at as "readyAt", a.name as author, s.changed_at as "changedAt"
        from ${chosen} y
        join scheme s on s.owner_id = ${owner} and s.starts_on <= y.ends_on and s.ends_on >= y.starts_on ${wanted}
        join item i on i.owner_id = ${owner} and i.id = s.id and i.ended_at is null and ${who.sees('i', planPolicy)}
        join person a on a.id = i.author_id
        order by s.subject, s.year_key, s.starts_on, s.id limit ${mostPlans}`,
      { readyAt: 'moment', changedAt: 'moment' },
    ),
    // What was taught the year before belongs on the picture too, though nothing is planned for it yet.
    before: list<Strand>(sql`select distinct s.subject, s.year_key as "yearKey" from ${chosen} y
      join scheme s on s.owner_id = ${owner} and s.starts_on < y.starts_on and s.ends_on >= y.starts_on - 366 ${wanted}
      join item i on i.owner_id = ${owner} and i.id = s.id and i.ended_at is null and ${who.sees('i', planPolicy)}
      limit 500`),
    strands: list<Strand>(sql`select distinct s.subject, s.year_key as "yearKey" from scheme s
      where s.owner_id = ${owner} order by s.subject, s.year_key limit 1000`),
  };
});

export interface MapData {
  chosen: SchoolYear | undefined;
  years: SchoolYear[];
  terms: Span[];
  plans: ListedPlan[];
  before: Strand[];
  strands: Strand[];
}

/** What is planned in a school year, with its terms, and what was taught the year before. */
export async function selectMap(
  db: Db,
  who: Who,
  { when, subject, year, today }: { when: string; subject: string; year: string; today: string },
): Promise<MapData> {
  const { chosen, ...rest } = await ask(db, who, {
    when: when || undefined,
    today,
    subject: subject || undefined,
    year: year || undefined,
  });
  return { chosen: chosen[0], ...rest };
}
