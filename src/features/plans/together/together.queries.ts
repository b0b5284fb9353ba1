import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { planPolicy } from '../plan.policy.ts';

/** Two plans of different subjects for the same pupils that share words few other plans use. */
export interface Pair {
  yearKey: string;
  a: { id: string; title: string; subject: string; startsOn: string; endsOn: string };
  b: { id: string; title: string; subject: string; startsOn: string; endsOn: string };
  /** The words, as they are written in one of the two. */
  words: string[];
  /** They are taught at the same time already. */
  meets: boolean;
}

/** A word that more plans than this use says nothing about two of them. */
const commonest = sql.lit(4);
/** Two plans must share so many. */
const fewest = sql.lit(2);
/** Short words are "with" and "from". */
const shortest = sql.lit(5);

const ask = composed((who, { from, until }: Given<{ from: string; until: string }>) => {
  const owner = who.organisationId;
  return {
    pairs: list<Pair>(sql`with plans as materialized (
        select s.id, s.title, s.subject, s.year_key, s.starts_on, s.ends_on from scheme s
        join item i on i.owner_id = ${owner} and i.id = s.id and i.ended_at is null
        where s.owner_id = ${owner} and s.year_key <> '' and s.starts_on <= ${until}::date and s.ends_on >= ${from}::date
          and ${who.sees('i', planPolicy)} order by s.starts_on desc limit 1000),
      texts as (
        select p.id, p.title as says from plans p
        union all select l.scheme_id, l.title from planned_lesson l join plans p on p.id = l.scheme_id
          where l.owner_id = ${owner} and l.ended_at is null
        union all select w.scheme_id, w.text from scheme_part w join plans p on p.id = w.scheme_id
          where w.owner_id = ${owner} and w.key in ('aims', 'words')
        union all select d.scheme_id, s.words from planned_point d join plans p on p.id = d.scheme_id
          join framework_statement s on s.owner_id = ${owner} and s.id = d.statement_id where d.owner_id = ${owner}),
      said as (
        select distinct x.id, w.word from texts x
        cross join lateral unnest(tsvector_to_array(to_tsvector('simple', x.says))) w (word)
        where length(w.word) >= ${shortest} and w.word !~ '[0-9]'),
      rare as (
        select d.word from said d join plans p on p.id = d.id group by d.word
        having count(*) between 2 and ${commonest} and count(distinct p.subject) > 1),
      met as (
        select a.id as a_id, b.id as b_id, array_agg(da.word order by length(da.word) desc, da.word) as words
        from said da join rare r on r.word = da.word join plans a on a.id = da.id
        join said db on db.word = da.word join plans b on b.id = db.id
          and b.year_key = a.year_key and b.subject <> a.subject and a.id < b.id
        group by a.id, b.id having count(*) >= ${fewest})
      select a.year_key as "yearKey", m.words[1:6] as words, a.starts_on <= b.ends_on and b.starts_on <= a.ends_on as meets,
        json_build_object('id', a.id, 'title', a.title, 'subject', a.subject, 'startsOn', a.starts_on, 'endsOn', a.ends_on) as a,
        json_build_object('id', b.id, 'title', b.title, 'subject', b.subject, 'startsOn', b.starts_on, 'endsOn', b.ends_on) as b
      from met m join plans a on a.id = m.a_id join plans b on b.id = m.b_id
      order by cardinality(m.words) desc, a.starts_on, a.id, b.id limit 60`),
  };
});

/** Pairs of plans between two days that could lean on one another, those that share most first. */
export const selectPairs = async (db: Db, who: Who, days: { from: string; until: string }): Promise<Pair[]> =>
  (await ask(db, who, days)).pairs;
