import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { toldAbout } from '#features/people/index.ts';
import { watchersOf } from './principals.ts';
import { usualHoursToLead } from './settings.queries.ts';
import type { Sort } from './talk.ts';

/** A message as those are told who should hear of it; it may be told late, so all of it is asked as it stands now. */
export interface ToldMessage {
  id: string;
  talkId: string;
  sort: Sort;
  title: string;
  authorId: string;
  deliversAt: Date;
  gone: boolean;
  held: boolean;
  flagged: boolean;
  looked: boolean;
  /** Within so many hours somebody should have looked. */
  hours: number;
  zone: string;
}

export async function selectToldMessage(db: Db, owner: string, id: string): Promise<ToldMessage | undefined> {
  const { rows } = await sql<ToldMessage>`
    select m.id, c.id as "talkId", c.sort, c.title, m.author_id as "authorId", m.delivers_at as "deliversAt",
      (m.undone_at is not null or m.taken_back_at is not null or i.ended_at is not null) as gone, m.held,
      m.flagged is not null as flagged, m.looked_at is not null as looked,
      coalesce((select s.hours_to_lead from message_settings s where s.owner_id = ${owner}), ${usualHoursToLead}) as hours, o.time_zone as zone
    from message m join talk c on c.owner_id = ${owner} and c.id = m.talk_id
    join item i on i.owner_id = ${owner} and i.id = c.id
    join organisation o on o.id = ${owner}
    where m.owner_id = ${owner} and m.id = ${id}`.execute(db);
  return rows[0];
}

/** Those in a conversation by name for whom something in it is new, and everybody who ever was told of it. */
export async function selectUnreadFor(
  db: Db,
  owner: string,
  talkId: string,
  { now, zone }: { now: Date; zone: string },
): Promise<{ all: string[]; unread: string[] }> {
  const today = todayIn(now, zone);
  const { rows } = await sql<{ personId: string; unread: boolean }>`
    select t.person_id as "personId", (
        exists (select 1 from member m where m.owner_id = ${owner} and m.person_id = t.person_id and ${current('m', today)})
        and (t.part <> 'carer' or exists (select 1 from ${toldAbout(owner, 'messages', today)} told
          where told.adult_id = t.person_id and told.pupil_id = c.pupil_id))
        and o.muted_at is null and o.left_at is null
        and exists (select 1 from message m where m.owner_id = ${owner} and m.talk_id = c.id
          and m.author_id <> t.person_id and m.undone_at is null and m.taken_back_at is null and not m.held
          and m.delivers_at <= ${now} and (o.read_until is null or m.delivers_at > o.read_until))) as unread
    from talk c join talk_person t on t.owner_id = ${owner} and t.talk_id = c.id and t.part <> 'watcher'
    left join talk_own o on o.owner_id = t.person_id and o.organisation_id = ${owner} and o.talk_id = c.id
      and o.owner_id in (select x.person_id from talk_person x where x.owner_id = ${owner} and x.talk_id = ${talkId})
    where c.owner_id = ${owner} and c.id = ${talkId}`.execute(db);
  return {
    all: rows.map(({ personId }) => personId),
    unread: rows.filter(({ unread }) => unread).map(({ personId }) => personId),
  };
}

/** Those who watch a conversation, by name or wherever pupils take part, but for whoever wrote the message. */
export async function selectWatchersOf(
  db: Db,
  owner: string,
  { talkId, authorId, zone }: Pick<ToldMessage, 'talkId' | 'authorId' | 'zone'>,
  now: Date,
): Promise<string[]> {
  const today = todayIn(now, zone);
  const { rows } = await sql<{ personId: string }>`
    select m.person_id as "personId" from member m
    where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)} and m.person_id <> ${authorId}
      and (m.person_id in (select w.person_id from ${watchersOf(owner, today)} w)
        or exists (select 1 from talk_person t where t.owner_id = ${owner} and t.talk_id = ${talkId}
          and t.part = 'watcher' and t.person_id = m.person_id))`.execute(db);
  return rows.map(({ personId }) => personId);
}

/** Everybody in whose list a matter of this kind about an item stands or stood. */
export async function selectToldOf(
  db: Db,
  owner: string,
  { kind, itemId, subjectKey }: { kind: string; itemId: string; subjectKey: string },
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select n.owner_id as "personId" from notice n
    where n.owner_id in (select m.person_id from member m where m.owner_id = ${owner} and m.kind = 'staff')
      and n.from_owner = ${owner} and n.kind = ${kind} and n.item_id = ${itemId}
      and n.subject_key = ${subjectKey}`.execute(db);
  return rows.map(({ personId }) => personId);
}
