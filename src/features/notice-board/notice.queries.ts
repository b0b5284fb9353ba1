import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { insertItem, shareItem } from '#platform/access/items.ts';
import { itemList, type ItemRow } from '#platform/access/select-item.ts';
import type { Who } from '#platform/access/who.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import { type Audience, grantsFor } from './audience.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import type { NoticeFields } from './notice-input.ts';
import type { PostedNotice } from './posted-notice.ts';

const moments = { createdAt: 'moment', changedAt: 'moment', saidAt: 'moment' } as const;

const ask = composed((who, { id, now }: Given<{ id: string; now: Date }>) => ({
  items: itemList(who, { ownerId: sql`${who.organisationId}::uuid`, id, now }),
  notices: list<PostedNotice>(
    sql`select n.id, n.title, n.text, n.sort, n.from_on as "fromOn", n.until_on as "untilOn",
        n.must_read as "mustRead", n.version, n.asked_version as "askedVersion", i.author_id as "authorId",
        a.name as author, n.created_at as "createdAt", n.changed_at as "changedAt", c.name as "changedBy",
        r.version as "saidVersion", r.said_at as "saidAt"
      from posted_notice n
      join item i on i.owner_id = ${who.organisationId} and i.id = n.id
      join person a on a.id = i.author_id
      join person c on c.id = n.changed_by
      left join posted_notice_reading r on r.owner_id = ${who.organisationId} and r.notice_id = n.id
        and r.person_id = ${who.personId}
      where n.owner_id = ${who.organisationId} and n.id = ${id}`,
    moments,
  ),
}));

/** One notice and its item as this person reaches it; nothing is decided here. */
export async function selectNotice(
  db: Db,
  who: Who,
  id: string,
  now: Date,
): Promise<{ row: ItemRow | undefined; notice: PostedNotice | undefined }> {
  const { items, notices } = await ask(db, who, { id, now });
  return { row: items[0], notice: notices[0] };
}

/** The texts of a version, as they are kept and shown side by side. */
const textsOf = ({ title, text }: Pick<NoticeFields, 'title' | 'text'>) => ({ title, text });

/** Puts a notice up. Answers its id. */
export async function insertNotice(
  tx: Db,
  { ownerId, authorId }: { ownerId: string; authorId: string },
  sent: NoticeFields,
  audience: Audience,
  now: Date,
): Promise<string> {
  const id = await insertItem(
    tx,
    { ownerId, policy: postedNoticePolicy, authorId, grants: grantsFor(ownerId, audience) },
    now,
  );
  await tx
    .insertInto('posted_notice')
    .values({
      owner_id: ownerId,
      id,
      ...columnsOf(sent),
      version: 1,
      asked_version: 1,
      changed_by: authorId,
      changed_at: now,
      created_at: now,
    })
    .execute();
  await keepText(tx, { ownerId, id }, 1, textsOf(sent), authorId, now);
  return id;
}

/** Saves over the version that was shown; false when that is not the one that stands. */
export async function updateNotice(
  change: Change,
  { id, version, again }: { id: string; version: number; again: boolean },
  sent: NoticeFields,
  audience: Audience,
): Promise<boolean> {
  const { tx, organisationId: ownerId, now, who } = change;
  const saved = await tx
    .updateTable('posted_notice')
    .set({
      ...columnsOf(sent),
      version: version + 1,
      ...(again ? { asked_version: version + 1 } : {}),
      changed_by: who.personId,
      changed_at: now,
    })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!saved) return false;
  await shareItem(tx, { ownerId, id }, grantsFor(ownerId, audience), now);
  await keepText(tx, { ownerId, id }, saved.version, textsOf(sent), who.personId, now);
  return true;
}

const columnsOf = (sent: NoticeFields) => ({
  title: sent.title,
  text: sent.text,
  sort: sent.sort,
  from_on: sent.from_on,
  until_on: sent.until_on,
  // A bulletin is heard, not read.
  must_read: sent.must_read && sent.sort === 'notice',
});
