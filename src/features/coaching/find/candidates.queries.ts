import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { type Teaching, teachingInSql } from '#features/groups/index.ts';
import { relationshipOf } from '../relationships.ts';
import type { Kind } from '../together.ts';

export const perPage = 20;

/** Somebody who could be asked. What they say of themselves is null where they have offered nothing. */
export interface Candidate extends Teaching {
  personId: string;
  name: string;
  /** Of member: a guest is of another profession or another place. */
  memberKind: string;
  jobTitle: string | null;
  comesFrom: string | null;
  about: string | null;
  offeredSubjects: string | null;
  offeredPhases: string | null;
  place: string | null;
  /** They offer this kind just now. */
  offers: boolean;
  /** How many more they would take; null where they have offered nothing. */
  placesFree: number | null;
  /** They have finished what this kind asks. */
  prepared: boolean;
  /** One of the two manages the other. */
  manager: boolean;
  /** The two are together in this kind, or one has asked the other. */
  together: boolean;
}

export interface Candidates {
  /** One page: those who offer first, then those who share most with the reader, then by name. */
  people: Candidate[];
  all: number;
  /** What the reader teaches; null where no class of theirs is written down. */
  mine: Teaching | null;
  /** How many are left out because one would manage the other. */
  managers: number;
}

/**
 * Whom a learner could ask for a kind: those who offer it and have a place free; with `words`, anybody of that name, and
 * whoever offers the kind and says these words of it.
 * Line managers, either way, are never suggested; by name they are found where the kind only warns. One statement.
 */
export async function selectCandidates(
  db: Db,
  learner: { personId: string; organisationId: string },
  sought: { kind: Kind; words: string; page: number; today: string; without: readonly string[] },
): Promise<Candidates> {
  const { personId: me, organisationId: owner } = learner;
  const { kind, today } = sought;
  const parts = comparable(sought.words).split(' ').filter(Boolean);
  const byName = parts.length > 0;
  const { preparation, managers } = relationshipOf(kind);
  const like = parts.map((part) => `%${part}%`);
  const { rows } = await sql<Candidates>`
    with teaching as materialized (${teachingInSql(owner, today, sql`true`)}),
    mine as materialized (
      select array(select lower(x) from unnest(t.subjects) x) as subjects, t.years from teaching t where t.person_id = ${me}),
    busy as (
      select x.person_id, count(*)::int as n from pairing_person x
      join pairing p on p.owner_id = x.owner_id and p.id = x.pairing_id
      where x.owner_id = ${owner} and p.owner_id = ${owner} and p.ended_at is null and x.left_at is null
        and x.answer = 'yes' and x.part <> 'learner' group by x.person_id),
    sought as materialized (
      select m.person_id, m.sort_name, m.kind, m.job_title, m.comes_from, o.about, o.subjects as said_subjects,
        o.phases, o.place, o.places - coalesce(b.n, 0) as free, coalesce(o.open and ${kind} = any(o.kinds), false) as offers,
        exists (select 1 from line_management l where l.owner_id = ${owner} and ${current('l', today)}
          and (l.manager_id = m.person_id and l.person_id = ${me} or l.manager_id = ${me} and l.person_id = m.person_id))
          as manager,
        ${byName && managers.rule === 'warn' ? sql`m.sort_name like all(${like}::text[])` : sql`false`} as named
      from member m
      left join coaching_offer o on o.owner_id = m.owner_id and o.person_id = m.person_id
      left join busy b on b.person_id = m.person_id
      where m.owner_id = ${owner} and m.kind in ('staff', 'guest') and ${current('m', today)} and m.person_id <> ${me}
        and m.person_id <> all(${sought.without}::uuid[])
        and (m.sort_name like all(${like}::text[]) or (o.open and ${kind} = any(o.kinds)
          and lower(concat_ws(' ', o.subjects, o.phases, o.about, o.place)) like all(${like}::text[])))),
    found as (
      select s.*, coalesce(t.subjects, '{}') as subjects, coalesce(t.years, '{}') as years,
        2 * coalesce((select exists (select 1 from unnest(t.subjects) x where lower(x) = any(w.subjects)) from mine w), false)::int
          + coalesce((select t.years && w.years from mine w), false)::int as shared
      from sought s left join teaching t on t.person_id = s.person_id
      where ${byName ? sql`true` : sql`(s.offers and s.free > 0)`}
        and (s.named or not s.manager))
    select
      coalesce((select json_agg(json_build_object('personId', f.person_id, 'name', n.name, 'memberKind', f.kind,
          'jobTitle', f.job_title, 'comesFrom', f.comes_from, 'about', f.about, 'offeredSubjects', f.said_subjects,
          'offeredPhases', f.phases, 'place', f.place, 'offers', f.offers, 'placesFree', f.free, 'manager', f.manager,
          'subjects', f.subjects, 'years', f.years,
          'prepared', (select count(*) from coaching_prepared d where d.owner_id = ${owner}
            and d.person_id = f.person_id and d.module = any(${preparation}::text[])) = ${preparation.length},
          'together', exists (select 1 from pairing p
            join pairing_person x on x.owner_id = p.owner_id and x.pairing_id = p.id
            join pairing_person y on y.owner_id = p.owner_id and y.pairing_id = p.id
            where p.owner_id = ${owner} and x.owner_id = ${owner} and y.owner_id = ${owner} and p.kind = ${kind}
              and p.ended_at is null and x.person_id = ${me} and y.person_id = f.person_id
              and x.left_at is null and y.left_at is null
              and x.answer is distinct from 'no' and y.answer is distinct from 'no'))
          order by f.offers desc, f.shared desc, f.sort_name, f.person_id)
        from (select * from found order by offers desc, shared desc, sort_name, person_id
          limit ${perPage} offset ${(sought.page - 1) * perPage}) f
        join person n on n.id = f.person_id), '[]'::json) as people,
      (select count(*)::int from found) as "all",
      (select json_build_object('subjects', t.subjects, 'years', t.years) from teaching t
        where t.person_id = ${me}) as mine,
      (select count(*)::int from sought s where s.manager and not s.named
        and ${byName ? sql`true` : sql`(s.offers and s.free > 0)`}) as managers
  `.execute(db);
  return rows[0]!;
}
