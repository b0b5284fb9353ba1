import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { itemList, type ItemRow } from '#platform/access/select-item.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { type DraftFields, draftColumn } from '#platform/drafts/drafts.ts';
import { watchersOf } from './principals.ts';
import { isUnread, ownRow, readsMessage, watches, wordsOfMessage } from './seen.ts';
import {
  draftKeyOf,
  messagesAPage,
  type Mode,
  type ShownMessage,
  type Sort,
  type TalkPerson,
} from './talk.ts';
import { stillStands } from './who-may-write.ts';

export interface TalkRow {
  id: string;
  sort: Sort;
  title: string;
  pupilId: string | null;
  child: string | null;
  mode: Mode;
  untilOn: string | null;
  people: TalkPerson[] | null;
  /** Names of those who watch wherever pupils take part. */
  watchers: string[];
  /** What let it be begun still holds. */
  stands: boolean;
  /** The reader watches it. */
  watched: boolean;
  unread: number;
  muted: boolean;
  left: boolean;
  draft: DraftFields | null;
}

interface Asked {
  id: string;
  now: Date;
  today: string;
  offset: number;
  draftKey: string;
}

const ask = composed((who, { id, now, today, offset, draftKey }: Given<Asked>) => {
  const owner = who.organisationId;
  return {
    items: itemList(who, { ownerId: sql`${owner}::uuid`, id, now }),
    talks: list<TalkRow>(
      sql`select c.id, c.sort, c.title, c.pupil_id as "pupilId", k.name as child, c.mode, c.until_on as "untilOn",
          (select json_agg(json_build_object('personId', t.person_id, 'name', p.name, 'part', t.part)
              order by t.part desc, p.sort_name)
            from talk_person t join person p on p.id = t.person_id
            where t.owner_id = ${owner} and t.talk_id = c.id) as people,
          array(select p.name from ${watchersOf(owner, today)} w join person p on p.id = w.person_id
            order by p.sort_name) as watchers,
          ${stillStands(owner, today)} as stands, ${watches(who)} as watched,
          (select count(*)::int from message m where m.owner_id = ${owner} and m.talk_id = c.id
            and ${isUnread(who, now)}) as unread,
          o.muted_at is not null as muted, o.left_at is not null as left, ${draftColumn(who, sql`${draftKey}`)} as draft
        from talk c join item i on i.owner_id = ${owner} and i.id = c.id
        left join person k on k.id = c.pupil_id
        ${ownRow(who)}
        where c.owner_id = ${owner} and c.id = ${id}`,
    ),
    messages: list<ShownMessage>(
      sql`select m.id, m.author_id as "authorId", a.name as author, ${wordsOfMessage(who)} as text, m.version,
          m.written_at as "writtenAt", m.delivers_at as "deliversAt", m.urgent, m.taken_back_at as "takenBackAt",
          case when ${watches(who)} then m.flagged end as flagged, m.held, m.looked_at as "lookedAt", m.outcome,
          ${isUnread(who, now)} as "isNew"
        from talk c join item i on i.owner_id = ${owner} and i.id = c.id
        join message m on m.owner_id = ${owner} and m.talk_id = c.id
        join person a on a.id = m.author_id
        ${ownRow(who)}
        where c.owner_id = ${owner} and c.id = ${id} and ${readsMessage(who, now)}
        order by m.delivers_at desc, m.id desc limit ${messagesAPage + 1} offset ${offset}`,
      { writtenAt: 'moment', deliversAt: 'moment', takenBackAt: 'moment', lookedAt: 'moment' },
    ),
  };
});

/** A conversation as this person reaches it; nothing is decided here. Messages come newest first, one more than a page. */
export async function selectThread(
  db: Db,
  who: Who,
  asked: Omit<Asked, 'draftKey'>,
): Promise<{ row: ItemRow | undefined; talk: TalkRow | undefined; messages: ShownMessage[] }> {
  const { items, talks, messages } = await ask(db, who, { ...asked, draftKey: draftKeyOf(asked.id) });
  return { row: items[0], talk: talks[0], messages };
}

/** Keeps that somebody had the conversation before them. */
export async function saveRead(db: Db, who: Who, talkId: string, until: Date): Promise<void> {
  await db
    .insertInto('talk_own')
    .values({
      owner_id: who.personId,
      organisation_id: who.organisationId,
      talk_id: talkId,
      read_until: until,
    })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'organisation_id', 'talk_id']).doUpdateSet({ read_until: until }),
    )
    .execute();
}
