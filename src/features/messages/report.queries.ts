import { sql } from 'kysely';
import { insertItem } from '#platform/access/items.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { itemList, type ItemRow } from '#platform/access/select-item.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import { reportPolicy } from './messages.policy.ts';
import type { OwnReport, Report } from './report.ts';
import { grantsOfLevel, levelFrom, nextLevelAt } from './report-levels.ts';
import { childOf } from './seen.ts';
import { selectSettings } from './settings.queries.ts';
import { isTheirs } from './watch.queries.ts';

const ask = composed((who, { id, now }: Given<{ id: string; now: Date }>) => ({
  items: itemList(who, { ownerId: sql`${who.organisationId}::uuid`, id, now }),
  reports: list<Report>(
    sql`select r.id, m.talk_id as "talkId", m.id as "messageId", r.reported_id as "reportedId", a.name as reported,
        b.name as reporter, r.unsafe, r.text, r.level, r.state, r.outcome, r.answer, d.name as "answeredBy",
        r.version, r.created_at as at, c.title, ${childOf()} as child,
        (select string_agg(p.name, ', ' order by p.sort_name) from talk_person t join person p on p.id = t.person_id
          where t.owner_id = ${who.organisationId} and t.talk_id = c.id and t.part <> 'watcher') as people,
        case when ${isTheirs(who)} then m.text end as message,
        case when ${isTheirs(who)} then (select json_agg(e order by e.at) from (
          select ea.name as author, earlier.text, earlier.delivers_at as at from message earlier
          join person ea on ea.id = earlier.author_id
          where earlier.owner_id = ${who.organisationId} and earlier.talk_id = m.talk_id and earlier.undone_at is null
            and (earlier.delivers_at, earlier.id) < (m.delivers_at, m.id)
          order by earlier.delivers_at desc, earlier.id desc limit 5) e) end as before,
        ${isTheirs(who)} as theirs
      from message_report r join item i on i.owner_id = ${who.organisationId} and i.id = r.id
      join message m on m.owner_id = ${who.organisationId} and m.id = r.message_id
      join talk c on c.owner_id = ${who.organisationId} and c.id = m.talk_id
      join person a on a.id = r.reported_id
      join person b on b.id = i.author_id
      left join person d on d.id = r.answered_by
      where r.owner_id = ${who.organisationId} and r.id = ${id}`,
    { at: 'moment' },
  ),
}));

/** One report as this person reaches it; nothing is decided here. */
export async function selectReport(
  db: Db,
  who: Who,
  id: string,
  now: Date,
): Promise<{ row: ItemRow | undefined; report: Report | undefined }> {
  const { items, reports } = await ask(db, who, { id, now });
  return { row: items[0], report: reports[0] };
}

const askOwn = composed((who, _given: Given<object>) => ({
  reports: list<OwnReport>(
    sql`select r.id, r.state, r.outcome, r.created_at as at
      from message_report r join item i on i.owner_id = ${who.organisationId} and i.id = r.id
      where r.owner_id = ${who.organisationId} and i.author_id = ${who.personId}
      order by r.created_at desc, r.id desc limit 50`,
    { at: 'moment' },
  ),
}));

export const selectOwnReports = async (db: Db, who: Who): Promise<OwnReport[]> =>
  (await askOwn(db, who, {})).reports;

/** Says something about a message to those who look after it, and records it. Answers the id. */
export async function reportMessage(
  change: Change,
  of: { messageId: string; talkId: string; reportedId: string },
  { text, unsafe }: { text: string; unsafe: boolean },
): Promise<string> {
  const { tx, organisationId: ownerId, who, now, today } = change;
  const { settings } = await selectSettings(tx, ownerId);
  const whose = { talkId: of.talkId, reportedId: of.reportedId, reporterId: who.personId };
  const level = await levelFrom(tx, ownerId, whose, unsafe ? 1 : 0, { today });
  const grants = await grantsOfLevel(tx, ownerId, of.talkId, level);
  const id = await insertItem(tx, { ownerId, policy: reportPolicy, authorId: who.personId, grants }, now);
  await tx
    .insertInto('message_report')
    .values({
      owner_id: ownerId,
      id,
      message_id: of.messageId,
      reported_id: of.reportedId,
      unsafe,
      text,
      level,
      state: 'open',
      answer: '',
      escalates_at: nextLevelAt(level, settings, now),
      version: 1,
      created_at: now,
    })
    .execute();
  await change.record({ kind: 'message.reported', itemId: id, tell: true });
  return id;
}
