import { type RawBuilder, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { talkPolicy } from './messages.policy.ts';
import { waitingFlags, waitingReports } from './watch.queries.ts';
import { childOf, isUnread, othersOf, ownRow, readsMessage, wordsOfMessage } from './seen.ts';
import { type Sort, talksAPage } from './talk.ts';

/** So many stand on Today. */
const mostOnToday = 3;

/** A conversation in a list, with the newest that its reader has of it. */
export interface ListedTalk {
  id: string;
  sort: Sort;
  title: string;
  /** The names of the others, for one without a title; null where there are none. */
  others: string | null;
  child: string | null;
  unread: number;
  muted: boolean;
  left: boolean;
  ended: boolean;
  lastText: string | null;
  lastAuthor: string | null;
  lastAt: Date | null;
  takenBack: boolean;
  total: number;
}

/** One message that was found. */
export interface FoundMessage {
  id: string;
  talkId: string;
  title: string;
  others: string | null;
  child: string | null;
  author: string;
  text: string;
  at: Date;
}

interface Asked {
  now: Date;

  offset: number;
  words: string[] | undefined;
  left: 'yes' | undefined;
}

const ask = composed((who, { now, offset, words, left }: Given<Asked>) => ({
  talks: talksList(who, { now, limit: talksAPage, offset, left: left !== undefined }),
  found: list<FoundMessage>(
    words === undefined
      ? sql`select null where false`
      : sql`select m.id, c.id as "talkId", c.title, ${othersOf(who)} as others, ${childOf()} as child,
          a.name as author, m.text, m.delivers_at as at
        from talk c join item i on i.owner_id = ${who.organisationId} and i.id = c.id
        join message m on m.owner_id = ${who.organisationId} and m.talk_id = c.id
        join person a on a.id = m.author_id
        where c.owner_id = ${who.organisationId} and ${mine(who)} and ${readsMessage(who, now)}
          and m.taken_back_at is null and ${withoutMarks(sql`m.text`)} ilike all(${words}::text[])
        order by m.delivers_at desc, m.id desc limit 40`,
    { at: 'moment' },
  ),
  flags: waitingFlags(who, now),
  reports: waitingReports(who),
  haveLeft: list<{ n: number }>(sql`select count(*)::int as n from talk_own o
    where o.owner_id = ${who.personId} and o.organisation_id = ${who.organisationId} and o.left_at is not null`),
}));

/** A text as it is searched: whoever types on a phone leaves accents out. */
const withoutMarks = (text: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`regexp_replace(normalize(${text}, NFD), '[\u0300-\u036f]', '', 'g')`;

/** Those one takes part in, which begins with belonging to the school. */
const mine = (who: Who): RawBuilder<boolean> =>
  who.standing.kind === null ? sql<boolean>`false` : who.sees('i', talkPolicy, 'takePart');

/** The conversations of one person, the newest first. */
function talksList(
  who: Who,
  given: { now: Given<Asked>['now']; limit: number; offset: unknown; left: boolean },
): List<ListedTalk> {
  const owner = who.organisationId;
  return list<ListedTalk>(
    sql`select c.id, c.sort, c.title, ${othersOf(who)} as others, ${childOf()} as child,
        coalesce(u.n, 0)::int as unread, o.muted_at is not null as muted, o.left_at is not null as left,
        i.ended_at is not null as ended, l.text as "lastText", l.author as "lastAuthor", l.at as "lastAt",
        coalesce(l.taken, false) as "takenBack", count(*) over ()::int as total
      from talk c join item i on i.owner_id = ${owner} and i.id = c.id and i.ended_at is null
      ${ownRow(who)}
      left join lateral (select left(${wordsOfMessage(who)}, 200) as text, a.name as author, m.delivers_at as at,
          m.taken_back_at is not null as taken
        from message m join person a on a.id = m.author_id
        where m.owner_id = ${owner} and m.talk_id = c.id and ${readsMessage(who, given.now)}
        order by m.delivers_at desc, m.id desc limit 1) l on true
      left join lateral (select count(*) as n from message m
        where m.owner_id = ${owner} and m.talk_id = c.id and ${isUnread(who, given.now)}) u on true
      where c.owner_id = ${owner} and ${mine(who)} and (l.at is not null or i.author_id = ${who.personId})
        and o.left_at is ${given.left ? sql`not null` : sql`null`}
      order by coalesce(l.at, c.created_at) desc, c.id desc limit ${given.limit} offset ${given.offset}`,
    { lastAt: 'moment' },
  );
}

/** What the page of messages shows. `search` is as it was typed. */
export function selectMessages(
  db: Db,
  who: Who,
  { search, left, ...asked }: { now: Date; offset: number; search: string; left: boolean },
) {
  const plain = search.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const words = comparable(search) === '' ? [] : plain.trim().split(/\s+/).slice(0, 8);
  return ask(db, who, {
    ...asked,
    words: words.length > 0 ? words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
    left: left ? 'yes' : undefined,
  });
}

/** A part of Today: the newest conversations with something unread, and how many there are. */
export const messagesOnToday = (
  who: Who,
  { now }: Given<{ now: Date }>,
): List<Pick<ListedTalk, 'id' | 'title' | 'others' | 'child' | 'unread' | 'lastAt'> & { total: number }> =>
  list(
    sql`select c.id, c.title, ${othersOf(who)} as others, ${childOf()} as child, u.n::int as unread,
        u.at as "lastAt", count(*) over ()::int as total
      from talk c join item i on i.owner_id = ${who.organisationId} and i.id = c.id and i.ended_at is null
      ${ownRow(who)}
      join lateral (select count(*) as n, max(m.delivers_at) as at from message m
        where m.owner_id = ${who.organisationId} and m.talk_id = c.id and ${isUnread(who, now)}) u on u.n > 0
      where c.owner_id = ${who.organisationId} and ${mine(who)} and o.left_at is null and o.muted_at is null
      order by u.at desc, c.id desc limit ${mostOnToday}`,
    { lastAt: 'moment' },
  );
