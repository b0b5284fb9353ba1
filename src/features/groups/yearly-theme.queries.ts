import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Visit } from '#platform/http/context.ts';
import { groupPolicy } from '#features/programmes/index.ts';
import { cycleReportPolicy } from './cycle-report.policy.ts';

/** What a school works on with one protocol for a year. */
export interface YearlyTheme {
  id: string;
  title: string;
  about: string;
  startsOn: string;
  endsOn: string;
  version: number;
}

/** A day in the year of a protocol: a lesson that others watch, or whatever its groups come together for. */
export interface YearDay {
  slug: string;
  group: string;
  number: number;
  title: string;
  on: string;
  startsAt: string | null;
  place: string;
}

/** A report that a group gave to the school. */
export interface GivenReport {
  slug: string;
  group: string;
  cycle: number;
  question: string;
  protocol: string;
  version: number;
  parts: { part: string; text: string }[];
}

export interface Year {
  themes: YearlyTheme[];
  days: YearDay[];
  reports: GivenReport[];
  /** Groups of the protocol whose steps fall in the year, as many as the reader may see. */
  groups: number;
}

const ask = composed((who, given: Given<{ protocol: string; from: string; until: string }>) => {
  const owner = who.organisationId;
  const { protocol, from, until } = given;
  const ofYear = sql`p.owner_id = ${owner} and p.sort = 'group' and p.template_id = ${protocol}
    and p.starts_on <= ${until} and p.ends_on >= ${from}`;
  return {
    themes: list<YearlyTheme>(sql`
      select y.id, y.title, y.about, y.starts_on as "startsOn", y.ends_on as "endsOn", y.version from yearly_theme y
      where y.owner_id = ${owner} and y.protocol = ${protocol}
        and y.starts_on <= ${until} and y.ends_on >= ${from} order by y.starts_on desc limit 1`),
    days: list<YearDay>(sql`
      select p.slug, p.title as "group", s.number, s.title, s.on_date as "on", s.starts_at as "startsAt", s.place
      from programme p join item i on i.owner_id = p.owner_id and i.id = p.id
      join programme_step s on s.owner_id = p.owner_id and s.programme_id = p.id
      where ${ofYear} and i.owner_id = ${owner} and s.owner_id = ${owner} and i.ended_at is null
        and s.ended_at is null and s.kind = 'research-lesson' and s.on_date between ${from} and ${until}
        and ${who.sees('i', groupPolicy)}
      order by s.on_date, s.starts_at nulls first, p.title limit 300`),
    reports: list<GivenReport>(sql`
      select p.slug, p.title as "group", c.number as cycle, c.question, p.template_id as protocol,
        p.template_version as version,
        coalesce((select json_agg(json_build_object('part', r.part, 'text', r.text)) from cycle_report_part r
          where r.owner_id = ${owner} and r.cycle_id = c.id and r.text <> ''), '[]'::json) as parts
      from programme p join group_cycle c on c.owner_id = p.owner_id and c.programme_id = p.id
      join item i on i.owner_id = c.owner_id and i.id = c.id
      where ${ofYear} and c.owner_id = ${owner} and i.owner_id = ${owner} and i.ended_at is null
        and c.released_at is not null and c.ended_at is null and ${who.sees('i', cycleReportPolicy)}
      order by p.title, c.number limit 300`),
    groups: list<{ n: number }>(sql`
      select count(*)::int as n from programme p join item i on i.owner_id = p.owner_id and i.id = p.id
      where ${ofYear} and i.owner_id = ${owner} and i.ended_at is null and ${who.sees('i', groupPolicy)}`),
  };
});

/** What a school does with a protocol from one day to another: theme, days and reports. One statement. */
export async function selectYear(
  visit: Visit,
  protocol: string,
  span: { from: string; until: string },
): Promise<Year> {
  const { groups, ...year } = await ask(visit.db, visit.who, { protocol, ...span });
  return { ...year, groups: groups[0]?.n ?? 0 };
}

/** The school year that a day is in, or the one that comes next; a year from the day where the school has said none. */
export async function selectSchoolYear(
  visit: Visit,
): Promise<{ name: string | null; from: string; until: string }> {
  const year = await visit.db
    .selectFrom('term')
    .select(['name', 'starts_on as from', 'ends_on as until'])
    .where('owner_id', '=', visit.organisationId)
    .where('kind', '=', 'year')
    .where('ended_at', 'is', null)
    .where('ends_on', '>=', visit.today)
    .orderBy('starts_on')
    .executeTakeFirst();
  return year ?? { name: null, from: yearsFrom(visit.today, -1), until: yearsFrom(visit.today, 1) };
}

const yearsFrom = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) + years)}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;

/** The theme of the present year for a protocol: one row, or none. */
export const themeNow = (
  ownerId: string,
  protocol: Expression<string>,
  today: Expression<string>,
): List<{ title: string }> =>
  list<{ title: string }>(sql`select y.title from yearly_theme y where y.owner_id = ${ownerId}
    and y.protocol = ${protocol} and ${today} between y.starts_on and y.ends_on`);
