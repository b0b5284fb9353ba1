import { type Expression, type RawBuilder, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { insertItem, principals } from '#platform/access/items.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { raisedNeedPolicy } from './raised-need.policy.ts';

/** A person's own need, or one of a subject: then nobody's name stands with it. */
export type RaisedSort = 'own' | 'subject';

export interface RaisedNeed {
  id: string;
  sort: RaisedSort;
  subject: string;
  words: string;
  authorId: string;
  author: string;
  createdAt: Date;
  /** The plan it came from, as far as it stands still. */
  plan: { id: string; title: string } | null;
  priorityId: string | null;
  priority: string | null;
  programmeId: string | null;
  programme: string | null;
  answer: string;
  answeredAt: Date | null;
}

const columns = sql`n.id, n.sort, n.subject, n.words, i.author_id as "authorId", a.name as author,
  n.created_at as "createdAt", n.priority_id as "priorityId", p.title as priority,
  n.programme_id as "programmeId", c.name as programme, n.answer, n.answered_at as "answeredAt",
  case when s.id is not null then json_build_object('id', s.id, 'title', s.title) end as plan`;

const from = (owner: string) => sql`raised_need n join item i on i.owner_id = ${owner} and i.id = n.id
    and i.ended_at is null
  join person a on a.id = i.author_id
  left join school_priority p on p.owner_id = ${owner} and p.id = n.priority_id
  left join circle c on c.owner_id = ${owner} and c.id = n.programme_id
  left join scheme s on s.owner_id = ${owner} and s.id = n.scheme_id`;

/** What a need can be joined to. */
export interface Joinable {
  id: string;
  title: string;
}

const prioritiesOn = (owner: string, today: Expression<string>): List<Joinable> =>
  list<Joinable>(sql`select p.id, p.title from school_priority p
    where p.owner_id = ${owner} and ${current('p', today)} order by p.title limit 50`);

const programmesOf = (owner: string): List<Joinable> =>
  list<Joinable>(sql`select c.id, c.name as title from circle c
    where c.owner_id = ${owner} and c.kind = 'programme' and c.ended_at is null order by c.name limit 200`);

const askJoinable = composed((who, { today }: Given<{ today: string }>) => ({
  priorities: prioritiesOn(who.organisationId, today),
  programmes: programmesOf(who.organisationId),
}));

export const selectJoinable = (
  db: Db,
  who: Who,
  today: string,
): Promise<{ priorities: Joinable[]; programmes: Joinable[] }> => askJoinable(db, who, { today });

const moments = { createdAt: 'moment', answeredAt: 'moment' } as const;
const needsAPage = 25;

const ask = composed(
  (who, { open, offset, today }: Given<{ open: true | undefined; offset: number; today: string }>) => {
    const owner = who.organisationId;
    return {
      needs: list<RaisedNeed>(
        sql`select ${columns} from ${from(owner)} where n.owner_id = ${owner}
          and ${who.sees('i', raisedNeedPolicy, 'join')}
          ${open === undefined ? sql`` : sql`and n.joined_at is null and n.answered_at is null`}
          order by n.created_at desc, n.id desc limit ${needsAPage + 1} offset ${offset}::int`,
        moments,
      ),
      priorities: prioritiesOn(owner, today),
      programmes: programmesOf(owner),
    };
  },
);

/** What was raised, for whoever leads learning: the newest first, and what it can be joined to. */
export async function selectRaised(
  db: Db,
  who: Who,
  { openOnly, page, today }: { openOnly: boolean; page: number; today: string },
): Promise<{
  needs: RaisedNeed[];
  more: boolean;
  priorities: Joinable[];
  programmes: Joinable[];
}> {
  const rows = await ask(db, who, { open: openOnly || undefined, offset: (page - 1) * needsAPage, today });
  return { ...rows, needs: rows.needs.slice(0, needsAPage), more: rows.needs.length > needsAPage };
}

const askOwn = composed((who) => ({
  needs: list<RaisedNeed>(
    sql`select ${columns} from ${from(who.organisationId)} where n.owner_id = ${who.organisationId}
      and i.author_id = ${who.personId} and ${who.sees('i', raisedNeedPolicy)}
      order by n.created_at desc, n.id desc limit 100`,
    moments,
  ),
}));

export const selectOwnRaised = async (db: Db, who: Who): Promise<RaisedNeed[]> =>
  (await askOwn(db, who, {})).needs;

/** One of them, also when it was taken back. Deciding is left to the kernel. */
export async function selectRaisedNeed(db: Db, ownerId: string, id: string) {
  return db
    .selectFrom('raised_need')
    .select(['id', 'sort', 'words', 'priority_id as priorityId', 'programme_id as programmeId', 'answer'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What came of a suggestion, as one JSON column of a query that has the suggestion under `alias`. */
export const raisedFromList = (who: Who, alias: string): RawBuilder<unknown> =>
  sql`(select json_build_object('words', n.words, 'sort', n.sort, 'priority', p.title, 'programme', c.name)
    from raised_need n join item ni on ni.owner_id = ${who.organisationId} and ni.id = n.id and ni.ended_at is null
    left join school_priority p on p.owner_id = ${who.organisationId} and p.id = n.priority_id
    left join circle c on c.owner_id = ${who.organisationId} and c.id = n.programme_id
    where n.owner_id = ${who.organisationId} and n.suggestion_id = ${sql.ref(`${alias}.id`)}
      and ${who.sees('ni', raisedNeedPolicy)} order by n.created_at limit 1)`;

export interface NewRaisedNeed {
  sort: RaisedSort;
  subject: string;
  words: string;
  /** The plan and the suggestion that it came from. */
  from?: { schemeId: string; suggestionId: string };
  /** Who reads it beside its author and the CPD leader. */
  readerIds?: readonly string[];
}

/** Raises a need. Answers its id; the caller records it. */
export async function insertRaisedNeed(
  tx: Db,
  { ownerId, authorId }: { ownerId: string; authorId: string },
  need: NewRaisedNeed,
  now: Date,
): Promise<string> {
  const id = await insertItem(
    tx,
    {
      ownerId,
      policy: raisedNeedPolicy,
      authorId,
      grants: (need.readerIds ?? []).map((reader) => ({
        principal: principals.person(reader),
        ability: 'read',
      })),
    },
    now,
  );
  await tx
    .insertInto('raised_need')
    .values({
      owner_id: ownerId,
      id,
      sort: need.sort,
      subject: need.subject,
      words: need.words,
      scheme_id: need.from?.schemeId ?? null,
      suggestion_id: need.from?.suggestionId ?? null,
      priority_id: null,
      programme_id: null,
      joined_by: null,
      joined_at: null,
      answer: '',
      answered_by: null,
      answered_at: null,
      created_at: now,
    })
    .execute();
  return id;
}

/** Draws the line from a need to what answers it, and says so to whoever raised it. */
export const updateRaisedNeed = (
  tx: Db,
  ownerId: string,
  id: string,
  change: { priorityId: string | null; programmeId: string | null; answer: string; by: string; at: Date },
): Promise<unknown> =>
  tx
    .updateTable('raised_need')
    .set({
      priority_id: change.priorityId,
      programme_id: change.programmeId,
      joined_by: change.by,
      joined_at: change.priorityId || change.programmeId ? change.at : null,
      answer: change.answer,
      answered_by: change.answer === '' ? null : change.by,
      answered_at: change.answer === '' ? null : change.at,
    })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
