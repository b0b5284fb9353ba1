import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { newestFrameworks, yearKey } from '#features/curriculum/index.ts';
import { planPolicy } from '../plan.policy.ts';

/** A plan that takes a point up. */
export interface Taking {
  id: string;
  title: string;
  yearKey: string;
  startsOn: string;
  endsOn: string;
}

/** A point of a curriculum with the plans of a stretch of time that take it up. */
export interface CoveredPoint {
  id: string;
  code: string;
  words: string;
  under: string;
  stages: string[];
  years: string[];
  takings: Taking[];
}

export interface Choice {
  id: string;
  title: string;
}

const mostPoints = 400;

interface Asked {
  framework: string | undefined;
  subject: string | undefined;
  from: string;
  until: string;
}

const ask = composed((who, { framework, subject, from, until }: Given<Asked>) => {
  const owner = who.organisationId;
  const chosen = sql`(select f.id from ${newestFrameworks(owner)} f
    ${framework === undefined ? sql`` : sql`where f.id = ${framework}`} order by f.title limit 1)`;
  const asked = sql`(select coalesce(${subject ?? sql`null`}::text, (select s.subject from framework_statement s
    where s.owner_id = ${owner} and s.framework_id = ${chosen} and s.is_leaf and s.subject <> ''
    group by s.subject order by count(*) desc, s.subject limit 1), ''))`;
  return {
    frameworks: list<Choice>(sql`select f.id, f.title from ${newestFrameworks(owner)} f order by f.title`),
    subjects: list<{ subject: string; chosen: boolean }>(sql`select s.subject, s.subject = ${asked} as chosen
      from framework_statement s where s.owner_id = ${owner} and s.framework_id = ${chosen} and s.is_leaf
        and s.subject <> '' group by s.subject order by s.subject limit 100`),
    // Whom the school teaches: a primary is not told what belongs to Year 9.
    groups: list<{ label: string }>(sql`select distinct m.year_label as label from member m
        where m.owner_id = ${owner} and m.kind = 'pupil' and m.year_label is not null and m.ended_at is null
      union select distinct c.year_key from scheme c where c.owner_id = ${owner} and c.year_key <> '' limit 100`),
    points: list<CoveredPoint>(sql`with taken as (select o.address, fo.address as framework,
          json_agg(distinct jsonb_build_object('id', c.id, 'title', c.title, 'yearKey', c.year_key,
            'startsOn', c.starts_on, 'endsOn', c.ends_on)) as takings
        from scheme c join item i on i.owner_id = ${owner} and i.id = c.id and i.ended_at is null
        join planned_point p on p.owner_id = ${owner} and p.scheme_id = c.id
        join framework_statement o on o.owner_id = ${owner} and o.id = p.statement_id
        join framework fo on fo.owner_id = ${owner} and fo.id = o.framework_id
        where c.owner_id = ${owner} and ${who.sees('i', planPolicy)}
          and c.starts_on <= ${until}::date and c.ends_on >= ${from}::date
        group by o.address, fo.address)
      select s.id, s.code, s.words, coalesce(u.words, '') as under, s.stages, s.years,
        coalesce(k.takings, '[]'::json) as takings
      from framework_statement s join framework f on f.owner_id = ${owner} and f.id = s.framework_id
      left join framework_statement u on u.owner_id = ${owner} and u.id = s.parent_id
      left join taken k on k.address = s.address and k.framework = f.address
      where s.owner_id = ${owner} and s.framework_id = ${chosen} and s.is_leaf and s.subject = ${asked}
      order by s.position limit ${mostPoints}`),
  };
});

/** The points of one subject of a curriculum, and which plans between two days take each up. */
export async function selectCoverage(
  db: Db,
  who: Who,
  { framework, subject, from, until }: { framework: string; subject: string; from: string; until: string },
): Promise<{ frameworks: Choice[]; subjects: string[]; subject: string; points: CoveredPoint[] }> {
  const { frameworks, subjects, groups, points } = await ask(db, who, {
    framework: framework || undefined,
    subject: subject || undefined,
    from,
    until,
  });
  return {
    frameworks,
    subjects: subjects.map((each) => each.subject),
    subject: subjects.find(({ chosen }) => chosen)?.subject ?? subject,
    points: points.filter(({ years, takings }) => takings.length > 0 || isMeant(years, groups)),
  };
}

/** Whether a point is meant for a year group that the school has; one that names none is meant for all. */
function isMeant(years: readonly string[], groups: readonly { label: string }[]): boolean {
  const here = new Set(groups.map(({ label }) => yearKey(label)));
  return years.length === 0 || here.size === 0 || years.some((year) => here.has(year));
}
