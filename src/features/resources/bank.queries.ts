import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { resourcesOfPoint } from './points/point.queries.ts';
import { resourcePolicy } from './resource.policy.ts';
import { authorIsHere } from './resource.queries.ts';
import type { ListedResource } from './resource.ts';

const resourcesAPage = 25;

/** What somebody looks for. */
export interface BankFilter {
  words: string;
  subject: string;
  year: string;
  knowledge: string;
  need: string;
  /** A point of a curriculum; pages that name it, also in another version, are found. */
  point: string;
  /** The bank, one's own, or what in the bank may be out of date. */
  whose: 'bank' | 'mine' | 'old';
}

export const everything: BankFilter = {
  words: '',
  subject: '',
  year: '',
  knowledge: '',
  need: '',
  point: '',
  whose: 'bank',
};

interface Asked {
  /** Words as they are compared; missing where none are looked for. */
  heading: string | undefined;
  /** The same as a question to the text search, the last word as it begins. */
  question: string | undefined;
  subject: string | undefined;
  year: string | undefined;
  knowledge: string | undefined;
  need: string | undefined;
  point: string | undefined;
  mine: true | undefined;
  old: true | undefined;
  today: string;
  offset: number;
}

/** So many that fit are put in order: whoever gets more should say more. */
const mostFound = sql.lit(400);

const ask = composed((who, asked: Given<Asked>) => {
  const { heading, question, subject, year, knowledge, need, point, mine, old, today, offset } = asked;
  const owner = who.organisationId;
  const mayBeOld = sql`(coalesce(r.review_on < ${today}, false) or not ${authorIsHere(owner, today)})`;
  const isWanted = mine === undefined ? sql`c.shared_at is not null` : sql`c.changed_by = ${who.personId}`;
  const near = sql`cross join lateral (select n.* from resource n where n.owner_id = ${owner} and n.id = near.id offset 0) r`;
  const fits =
    heading === undefined || question === undefined
      ? sql``
      : sql`and (r.heading %> ${heading} or r.words @@ to_tsquery('simple', ${question}))`;
  // Each by its own index, and no more than can be looked through.
  const found =
    point !== undefined
      ? sql`${resourcesOfPoint(owner, point)} near ${near}`
      : heading === undefined || question === undefined
        ? sql`resource r`
        : sql`((select c.id from resource c where c.owner_id = ${owner} and c.heading %> ${heading} and ${isWanted} limit ${mostFound})
          union (select c.id from resource c where c.owner_id = ${owner} and c.words @@ to_tsquery('simple', ${question})
            and ${isWanted} limit ${mostFound})) near ${near}`;
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
          r.changed_at as "changedAt", r.shared_at as "sharedAt", ${mayBeOld} as "mayBeOld"
        from ${found} ${item} join person a on a.id = i.author_id
        where r.owner_id = ${owner} and ${who.sees('i', resourcePolicy)}
          ${subject === undefined ? sql`` : sql`and r.subject = ${subject}`}
          ${year === undefined ? sql`` : sql`and r.year_label = ${year}`}
          ${knowledge === undefined ? sql`` : sql`and ${knowledge} = any(r.knowledge)`}
          ${need === undefined ? sql`` : sql`and ${need} = any(r.needs)`}
          ${point === undefined ? sql`` : fits}
          ${old === undefined ? sql`` : sql`and ${mayBeOld}`}
          ${mine === undefined ? sql`and r.shared_at is not null` : sql`and i.author_id = ${who.personId}`}
        order by ${order} limit ${resourcesAPage + 1} offset ${offset}::int`,
      { changedAt: 'moment', sharedAt: 'moment' },
    ),
    subjects: list<{ subject: string }>(sql`select r.subject from resource r
      where r.owner_id = ${owner} and r.shared_at is not null and r.subject <> ''
      group by r.subject order by r.subject limit 100`),
    years: list<{ year: string }>(sql`select r.year_label as year from resource r
      where r.owner_id = ${owner} and r.shared_at is not null and r.year_label is not null
      group by r.year_label order by length(r.year_label), r.year_label limit 100`),
    points: list<{ words: string }>(
      point === undefined
        ? sql`select ''::text as words where false`
        : sql`select s.words from framework_statement s where s.owner_id = ${owner} and s.id = ${point}`,
    ),
  };
});

/** A page of the bank and one more, those whose title is most like the words first; and the subjects there are. */
export async function selectBank(
  db: Db,
  who: Who,
  { words, subject, year, knowledge, need, point, whose }: BankFilter,
  { page, today }: { page: number; today: string },
): Promise<{
  resources: ListedResource[];
  more: boolean;
  subjects: string[];
  years: string[];
  /** The words of the point that was asked for. */
  point: string | undefined;
}> {
  const heading = comparable(words);
  const { resources, subjects, years, points } = await ask(db, who, {
    heading: heading || undefined,
    question: heading ? `${heading.split(' ').join(' & ')}:*` : undefined,
    subject: subject || undefined,
    year: year || undefined,
    knowledge: knowledge || undefined,
    need: need || undefined,
    point: isId(point) ? point : undefined,
    mine: whose === 'mine' || undefined,
    old: whose === 'old' || undefined,
    today,
    offset: (page - 1) * resourcesAPage,
  });
  return {
    resources: resources.slice(0, resourcesAPage),
    more: resources.length > resourcesAPage,
    subjects: subjects.map((each) => each.subject),
    years: years.map((each) => each.year),
    point: points[0]?.words,
  };
}
