import { type RawBuilder, sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { type About, subjectsIn, type Teaching, yearsIn } from './match-words.ts';
import { obstacleInSql } from './membership-rules.queries.ts';
import type { GroupProtocol, ObstacleKind } from './membership-rules.ts';

export const perPage = 20;

/** A year group as people and lists write it, in one spelling: 'Year 07' and '7' are both '7', 'Reception' is 'r'. */
const plainYear = (year: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`regexp_replace(regexp_replace(regexp_replace(lower(btrim(${year})), '^(year|yr|y)[\\s.-]*0*', ''),
    '^(rec|reception|0|)$', 'r'), '^(nur|nursery)$', 'n')`;

/** What each person teaches: a row of person_id, subjects and years for each who has a class. */
export const teachingInSql = (
  owner: string,
  today: string,
  only: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select s.person_id, coalesce(array_agg(distinct u.subject) filter (where u.subject <> ''), '{}') as subjects,
    coalesce(array_agg(distinct ${plainYear(sql`y.label`)}) filter (where y.label <> ''), '{}') as years
  from membership s join unit u on u.owner_id = s.owner_id and u.id = s.unit_id
  left join lateral regexp_split_to_table(u.year_label, ',') as y (label) on true
  where s.owner_id = ${owner} and u.owner_id = ${owner} and s.part = 'teacher' and u.kind = 'class'
    and u.ended_at is null and ${notOver('s', today)} and ${only}
  group by s.person_id`;

/** What these people teach; who has no class is not among them. One statement. */
export async function selectTeaching(
  db: Db,
  ownerId: string,
  personIds: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, Teaching>> {
  const { rows } = await sql<Teaching & { person_id: string }>`${teachingInSql(
    ownerId,
    today,
    sql`s.person_id = any(${personIds}::uuid[])`,
  )}`.execute(db);
  return new Map(rows.map(({ person_id: id, ...each }) => [id, each]));
}

/** Somebody who could be asked. */
export interface Candidate extends Teaching {
  personId: string;
  name: string;
  kind: string;
  jobTitle: string | null;
  comesFrom: string | null;
  /** Asked already, or asking, and waiting for an answer. */
  waiting: boolean;
}

export interface Matches {
  /** One page: those who share most with the group and the reader first, then by name. */
  people: Candidate[];
  /** How many could be asked. */
  all: number;
  /** What the reader teaches; null where no class of theirs is written down. */
  mine: Teaching | null;
  /** How many have this part now. */
  there: number;
  /** How many the rules leave out, by what is in the way. */
  leftOut: { obstacle: ObstacleKind; n: number }[];
}

interface Sought {
  part: string;
  /** Parts of names, in any order. */
  words: string;
  page: number;
  about: About;
  /** Who asks: what they teach counts as well. */
  readerId: string;
  today: string;
}

/** Those of the school who could come into a part of a group, and how many are left out by which rule. One statement. */
export async function selectMatches(
  db: Db,
  group: { owner_id: string; id: string },
  protocol: GroupProtocol | undefined,
  { part, words, page, about, readerId, today }: Sought,
): Promise<Matches> {
  const owner = group.owner_id;
  const parts = comparable(words).split(' ').filter(Boolean);
  const subjects = subjectsIn(about.subject);
  const years = yearsIn(about.phase);
  const { rows } = await sql<Matches>`
    with teaching as materialized (${teachingInSql(owner, today, sql`true`)}),
    wanted as materialized (
      select ${subjects}::text[] || coalesce(array(select lower(x) from unnest(t.subjects) x), '{}') as subjects,
        ${years}::text[] || coalesce(t.years, '{}') as years
      from (select 1) one left join teaching t on t.person_id = ${readerId}),
    sought as materialized (
      select m.person_id, m.sort_name, m.kind, m.job_title, m.comes_from,
        ${obstacleInSql(group, protocol, part, today)} as obstacle
      from member m
      where m.owner_id = ${owner} and m.kind in ('staff', 'guest') and ${notOver('m', today)}
        and m.sort_name like all(${parts.map((each) => `%${each}%`)}::text[])),
    found as (
      select s.*, coalesce(t.subjects, '{}') as subjects, coalesce(t.years, '{}') as years,
        2 * (exists (select 1 from unnest(t.subjects) x where lower(x) = any(w.subjects)))::int
          + coalesce(t.years && w.years, false)::int as shared
      from sought s cross join wanted w left join teaching t on t.person_id = s.person_id where s.obstacle is null)
    select
      coalesce((select json_agg(json_build_object('personId', f.person_id, 'name', n.name, 'kind', f.kind,
          'jobTitle', f.job_title, 'comesFrom', f.comes_from, 'subjects', f.subjects, 'years', f.years,
          'waiting', exists (select 1 from group_invitation v where v.owner_id = ${owner}
            and v.programme_id = ${group.id} and v.person_id = f.person_id and v.answer is null))
          order by f.shared desc, f.sort_name, f.person_id)
        from (select * from found order by shared desc, sort_name, person_id
          limit ${perPage} offset ${(page - 1) * perPage}) f
        join person n on n.id = f.person_id), '[]'::json) as people,
      (select count(*)::int from found) as "all",
      (select json_build_object('subjects', t.subjects, 'years', t.years) from teaching t
        where t.person_id = ${readerId}) as mine,
      (select count(*)::int from circle_member c join member k on k.owner_id = c.owner_id and k.person_id = c.person_id
        where c.owner_id = ${owner} and k.owner_id = ${owner} and c.circle_id = ${group.id} and c.part = ${part}
          and c.ends_at is null and ${notOver('k', today)}) as there,
      coalesce((select json_agg(json_build_object('obstacle', o.obstacle, 'n', o.n))
        from (select obstacle, count(*)::int as n from sought where obstacle is not null
          group by obstacle) o), '[]'::json) as "leftOut"
  `.execute(db);
  return rows[0]!;
}
