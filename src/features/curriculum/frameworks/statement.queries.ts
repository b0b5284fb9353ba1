import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import type { Framework, Statement, StatementFilter } from './framework.ts';
import { frameworkList } from './framework.queries.ts';

const statementsAPage = 100;

/** How a version differs from the one before it that plans name. */
export interface Difference {
  how: 'new' | 'changed' | 'gone';
  words: string;
  before: string | null;
}

const mostDifferences = 200;

/** A statement's columns under an alias, for lists that join more. */
const statementColumns = (s: string) =>
  sql`${sql.ref(`${s}.id`)}, ${sql.ref(`${s}.parent_id`)} as "parentId", ${sql.ref(`${s}.depth`)}, ${sql.ref(`${s}.code`)},
    ${sql.ref(`${s}.kind`)}, ${sql.ref(`${s}.words`)}, ${sql.ref(`${s}.note`)}, ${sql.ref(`${s}.subject`)},
    ${sql.ref(`${s}.stages`)}, ${sql.ref(`${s}.years`)}, ${sql.ref(`${s}.is_leaf`)} as "isLeaf"`;

interface Asked {
  id: string;
  subject: string | undefined;
  year: string | undefined;
  like: string | undefined;
  offset: number;
}

const ask = composed((who, { id, subject, year, like, offset }: Given<Asked>) => {
  const owner = who.organisationId;
  return {
    frameworks: frameworkList(owner, id),
    statements: list<Statement>(sql`select ${statementColumns('s')} from framework_statement s
      where s.owner_id = ${owner} and s.framework_id = ${id}
        ${subject === undefined ? sql`` : sql`and s.subject = ${subject}`}
        ${year === undefined ? sql`` : sql`and ${year}::text = any(s.years)`}
        ${like === undefined ? sql`` : sql`and s.searched like ${like}`}
      order by s.position limit ${statementsAPage + 1} offset ${offset}::int`),
    subjects: list<{ subject: string }>(sql`select s.subject from framework_statement s
      where s.owner_id = ${owner} and s.framework_id = ${id} and s.subject <> '' group by s.subject order by s.subject`),
    years: list<{ year: string }>(sql`select distinct y.year from framework_statement s
      cross join lateral unnest(s.years) y (year) where s.owner_id = ${owner} and s.framework_id = ${id}`),
    differences: differences(owner, id),
  };
});

/** What is new, worded anew or gone since the version that plans name now; nothing where there is none before it. */
const differences = (owner: string, id: Expression<string>): List<Difference> =>
  list<Difference>(sql`with this as (select f.address, f.created_at from framework f
      where f.owner_id = ${owner} and f.id = ${id} and f.published_at is null),
    before as (select b.id from framework b join this on this.address = b.address
      where b.owner_id = ${owner} and b.published_at is not null and b.ended_at is null
      order by b.published_at desc, b.id desc limit 1),
    o as (select s.address, s.words from framework_statement s join before on before.id = s.framework_id
      where s.owner_id = ${owner}),
    n as (select s.address, s.words, s.position from framework_statement s where s.owner_id = ${owner}
      and s.framework_id = ${id} and exists (select 1 from before))
    select case when o.address is null then 'new' when n.address is null then 'gone' else 'changed' end as how,
      coalesce(n.words, o.words) as words, case when n.address is not null then o.words end as before
    from n full join o on o.address = n.address where o.words is distinct from n.words
    order by n.position nulls last, o.words limit ${mostDifferences}`);

/** A page of a version's statements and one more, with what its filter offers. */
export async function selectStatements(
  db: Db,
  who: Who,
  id: string,
  { subject, year, words }: StatementFilter,
  page: number,
): Promise<{
  framework: Framework | undefined;
  statements: Statement[];
  more: boolean;
  subjects: string[];
  years: string[];
  differences: Difference[];
}> {
  const searched = comparable(words);
  const rows = await ask(db, who, {
    id,
    subject: subject || undefined,
    year: year || undefined,
    like: searched === '' ? undefined : `%${searched}%`,
    offset: (page - 1) * statementsAPage,
  });
  return {
    framework: rows.frameworks[0],
    statements: rows.statements.slice(0, statementsAPage),
    more: rows.statements.length > statementsAPage,
    subjects: rows.subjects.map((each) => each.subject),
    years: rows.years.map((each) => each.year),
    differences: rows.differences,
  };
}
