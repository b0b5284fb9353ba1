import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { resourcePolicy } from './resource.policy.ts';
import type { ListedResource } from './resource.ts';

const resourcesAPage = 25;

/** What somebody looks for. */
export interface BankFilter {
  words: string;
  subject: string;
  mine: boolean;
}

interface Asked {
  /** Words as they are compared; missing where none are looked for. */
  heading: string | undefined;
  /** The same as a question to the text search, the last word as it begins. */
  question: string | undefined;
  subject: string | undefined;
  mine: true | undefined;
  offset: number;
}

/** So many that fit are put in order: whoever gets more should say more. */
const mostFound = sql.lit(400);

const ask = composed((who, { heading, question, subject, mine, offset }: Given<Asked>) => {
  const owner = who.organisationId;
  const isWanted = mine === undefined ? sql`c.shared_at is not null` : sql`c.changed_by = ${who.personId}`;
  // Each half by its own index, and no more than can be looked through.
  const found =
    heading === undefined || question === undefined
      ? sql`resource r`
      : sql`((select c.id from resource c where c.owner_id = ${owner} and c.heading %> ${heading} and ${isWanted} limit ${mostFound})
          union (select c.id from resource c where c.owner_id = ${owner} and c.words @@ to_tsquery('simple', ${question})
            and ${isWanted} limit ${mostFound})) near
          cross join lateral (select n.* from resource n where n.owner_id = ${owner} and n.id = near.id offset 0) r`;
  // Each by its key, after they are found: a plan made for any school takes a school's items for few, because most people
  // own some, and would begin with all of them.
  const item = sql`cross join lateral (select n.* from item n where n.owner_id = ${owner} and n.id = r.id
    and n.ended_at is null offset 0) i`;
  const order =
    heading === undefined
      ? sql`r.changed_at desc, r.id desc`
      : sql`word_similarity(${heading}, r.heading) desc, r.changed_at desc, r.id desc`;
  return {
    resources: list<ListedResource>(
      sql`select r.id, r.title, r.summary, r.subject, r.year_label as "yearLabel", a.name as author,
          r.changed_at as "changedAt", r.shared_at as "sharedAt"
        from ${found} ${item} join person a on a.id = i.author_id
        where r.owner_id = ${owner} and ${who.sees('i', resourcePolicy)}
          ${subject === undefined ? sql`` : sql`and r.subject = ${subject}`}
          ${mine === undefined ? sql`and r.shared_at is not null` : sql`and i.author_id = ${who.personId}`}
        order by ${order} limit ${resourcesAPage + 1} offset ${offset}::int`,
      { changedAt: 'moment', sharedAt: 'moment' },
    ),
    subjects: list<{ subject: string }>(sql`select r.subject from resource r
      where r.owner_id = ${owner} and r.shared_at is not null and r.subject <> ''
      group by r.subject order by r.subject limit 100`),
  };
});

/** A page of the bank and one more, those whose title is most like the words first; and the subjects there are. */
export async function selectBank(
  db: Db,
  who: Who,
  { words, subject, mine }: BankFilter,
  page: number,
): Promise<{ resources: ListedResource[]; more: boolean; subjects: string[] }> {
  const heading = comparable(words);
  const { resources, subjects } = await ask(db, who, {
    heading: heading || undefined,
    question: heading ? `${heading.split(' ').join(' & ')}:*` : undefined,
    subject: subject || undefined,
    mine: mine || undefined,
    offset: (page - 1) * resourcesAPage,
  });
  return {
    resources: resources.slice(0, resourcesAPage),
    more: resources.length > resourcesAPage,
    subjects: subjects.map((each) => each.subject),
  };
}
