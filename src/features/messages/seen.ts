import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import { talkPolicy } from './messages.policy.ts';
import { watchesAll } from './principals.ts';

type Moment = Date | Expression<unknown>;

/**
 * Whether the person watches the conversation `c` whose item is `i`: one with pupils, which the school or whoever opened
 * the space named them for.
 */
export const watches = (who: Who): RawBuilder<boolean> =>
  sql<boolean>`(c.sort in ('pupil', 'class')
    and (${watchesAll(who) ? sql`true` : sql`false`} or ${who.sees('i', talkPolicy, 'keep')}))`;

/**
 * Whether the person reads the message `m` of the conversation `c`, item `i`, which they may open: their own at once,
 * others’ once they are delivered, and what is held only if they watch. What was undone is gone for all.
 */
export const readsMessage = (who: Who, now: Moment): RawBuilder<boolean> =>
  sql<boolean>`(m.undone_at is null and (m.author_id = ${who.personId}
    or (m.delivers_at <= ${now} and (not m.held or ${watches(who)}))))`;

/** Its words, '' where it was taken back and the reader neither wrote it nor watches. */
export const wordsOfMessage = (who: Who): RawBuilder<string> =>
  sql<string>`(case when m.taken_back_at is null or m.author_id = ${who.personId} or ${watches(who)}
    then m.text else '' end)`;

/** Whether the message `m` is new to somebody whose own row of the conversation is `o`. Held ones are nobody's yet. */
export const isUnread = (who: Who, now: Moment): RawBuilder<boolean> =>
  sql<boolean>`(m.author_id <> ${who.personId} and m.undone_at is null and m.taken_back_at is null
    and not m.held and m.delivers_at <= ${now} and (o.read_until is null or m.delivers_at > o.read_until))`;

/** The reader's own row of the conversation `c`. */
export const ownRow = (who: Who): RawBuilder<unknown> => sql`left join talk_own o
  on o.owner_id = ${who.personId} and o.organisation_id = ${who.organisationId} and o.talk_id = c.id`;

/** What a conversation without a title is called to this reader: those who are in it besides, by name. */
export const othersOf = (who: Who): RawBuilder<string | null> =>
  sql<string | null>`(select string_agg(p.name, ', ' order by p.sort_name) from talk_person t
    join person p on p.id = t.person_id
    where t.owner_id = ${who.organisationId} and t.talk_id = c.id and t.part <> 'watcher'
      and t.person_id <> ${who.personId})`;

/** The child that a conversation with a family is about. */
export const childOf = (): RawBuilder<string | null> =>
  sql<
    string | null
  >`(case when c.sort = 'family' then (select p.name from person p where p.id = c.pupil_id) end)`;
