import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { reportPolicy, talkPolicy } from './messages.policy.ts';
import { childOf, watches } from './seen.ts';
import type { Sort } from './talk.ts';

type Moment = Date | Expression<unknown>;

/** A message in which one of the school's words was found, for those who watch. */
export interface WaitingFlag {
  id: string;
  talkId: string;
  title: string;
  people: string | null;
  author: string;
  text: string;
  flagged: readonly string[];
  held: boolean;
  at: Date;
}

/** A report that waits for somebody to look or to end it. */
export interface WaitingReport {
  id: string;
  unsafe: boolean;
  state: 'open' | 'looking' | 'closed';
  at: Date;
}

/** A space that one watches. */
export interface WatchedTalk {
  id: string;
  sort: Sort;
  title: string;
  people: string | null;
  child: string | null;
  lastAt: Date;
  total: number;
}

export const watchedAPage = 30;

const peopleOf = (who: Who): RawBuilder<string | null> =>
  sql<string | null>`(select string_agg(p.name, ', ' order by p.sort_name) from talk_person t
    join person p on p.id = t.person_id
    where t.owner_id = ${who.organisationId} and t.talk_id = c.id and t.part <> 'watcher')`;

/** Flagged messages nobody has looked at. Who wrote one does not decide about it. */
export const waitingFlags = (who: Who, now: Moment): List<WaitingFlag> =>
  list<WaitingFlag>(
    sql`select m.id, c.id as "talkId", c.title, ${peopleOf(who)} as people, a.name as author, m.text, m.flagged,
        m.held, m.delivers_at as at
      from message m join talk c on c.owner_id = ${who.organisationId} and c.id = m.talk_id
      join item i on i.owner_id = ${who.organisationId} and i.id = c.id
      join person a on a.id = m.author_id
      where m.owner_id = ${who.organisationId} and m.flagged is not null and m.looked_at is null
        and m.undone_at is null and m.delivers_at <= ${now} and m.author_id <> ${who.personId} and ${isStaff(who)}
        and ${watches(who)}
      order by m.held desc, m.delivers_at, m.id limit 50`,
    { at: 'moment' },
  );

const isStaff = (who: Who): RawBuilder<boolean> =>
  who.standing.kind === 'staff' ? sql<boolean>`true` : sql<boolean>`false`;

/** Whether a report `r`, item `i`, is this person's to answer: never whoever wrote the message. */
export const isTheirs = (who: Who): RawBuilder<boolean> =>
  sql<boolean>`(${isStaff(who)} and r.reported_id <> ${who.personId} and i.author_id <> ${who.personId} and ${who.sees('i', reportPolicy, 'answer')})`;

export const waitingReports = (who: Who): List<WaitingReport> =>
  list<WaitingReport>(
    sql`select r.id, r.unsafe, r.state, r.created_at as at
      from message_report r join item i on i.owner_id = ${who.organisationId} and i.id = r.id
      where r.owner_id = ${who.organisationId} and r.state <> 'closed' and ${isTheirs(who)}
      order by r.unsafe desc, r.created_at, r.id limit 50`,
    { at: 'moment' },
  );

const ask = composed((who, { now, offset }: Given<{ now: Date; offset: number }>) => ({
  flags: waitingFlags(who, now),
  reports: waitingReports(who),
  talks: list<WatchedTalk>(
    sql`select c.id, c.sort, c.title, ${peopleOf(who)} as people, ${childOf()} as child, c.last_at as "lastAt",
        count(*) over ()::int as total
      from talk c join item i on i.owner_id = ${who.organisationId} and i.id = c.id and i.ended_at is null
      where c.owner_id = ${who.organisationId} and ${isStaff(who)} and ${watches(who)}
        and ${who.sees('i', talkPolicy)}
      order by c.last_at desc, c.id desc limit ${watchedAPage} offset ${offset}`,
    { lastAt: 'moment' },
  ),
}));

export const selectWatch = (db: Db, who: Who, asked: { now: Date; offset: number }) => ask(db, who, asked);
