import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import type { StatementFilter } from '../frameworks/framework.ts';
import { mostPlannable, type PlannableStatement } from './point-choice.ts';

/** The newest version in use of each curriculum, as a subquery of ids and titles. */
export const newestFrameworks = (
  owner: string,
) => sql`(select distinct on (f.address) f.id, f.title from framework f
  where f.owner_id = ${owner} and f.published_at is not null and f.ended_at is null
  order by f.address, f.published_at desc, f.id desc)`;

interface Asked {
  subject: string | undefined;
  year: string | undefined;
  like: string | undefined;
}

const ask = composed((who, { subject, year, like }: Given<Asked>) => {
  const owner = who.organisationId;
  return {
    statements: list<PlannableStatement>(sql`select s.id, s.code, s.words, coalesce(p.words, '') as under,
        f.title as framework, s.stages, s.years
      from ${newestFrameworks(owner)} f
      join framework_statement s on s.owner_id = ${owner} and s.framework_id = f.id and s.is_leaf
      left join framework_statement p on p.owner_id = ${owner} and p.id = s.parent_id
      where true ${subject === undefined ? sql`` : sql`and s.subject = ${subject}`}
        ${year === undefined ? sql`` : sql`and (${year}::text = any(s.years) or s.years = '{}')`}
        ${like === undefined ? sql`` : sql`and s.searched like ${like}`}
      order by f.title, s.position limit ${mostPlannable + 1}`),
    subjects: list<{ subject: string }>(sql`select distinct s.subject from ${newestFrameworks(owner)} f
      join framework_statement s on s.owner_id = ${owner} and s.framework_id = f.id and s.is_leaf
      where s.subject <> '' order by s.subject limit 100`),
  };
});

/** What can be planned for a subject and a year, in the order of the curriculum, and the subjects there are. */
export async function selectPlannable(
  db: Db,
  who: Who,
  { subject, year, words }: StatementFilter,
): Promise<{ statements: PlannableStatement[]; more: boolean; subjects: string[] }> {
  const searched = comparable(words);
  const { statements, subjects } = await ask(db, who, {
    subject: subject || undefined,
    year: year || undefined,
    like: searched === '' ? undefined : `%${searched}%`,
  });
  return {
    statements: statements.slice(0, mostPlannable),
    more: statements.length > mostPlannable,
    subjects: subjects.map((each) => each.subject),
  };
}
