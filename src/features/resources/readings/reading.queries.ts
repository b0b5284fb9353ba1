import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { insertItem, principals } from '#platform/access/items.ts';
import type { Who } from '#platform/access/who.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import type { Reading } from './reading.ts';
import { readingPolicy } from './reading.policy.ts';

/** The readings of a page that this person may know of, the newest first. */
export const readingsOf = (who: Who, resourceId: Expression<string>): List<Reading> =>
  list<Reading>(
    sql`select k.id, i.author_id as "askedById", b.name as "askedBy", k.asked_of as "askedOfId", o.name as "askedOf",
        k.by_date as "byDate", k.words, k.answers, k.version, k.answered_at as "answeredAt", k.reply,
        k.replied_at as "repliedAt", k.created_at as "createdAt"
      from resource_reading k join item i on i.owner_id = ${who.organisationId} and i.id = k.id and i.ended_at is null
      join person o on o.id = k.asked_of join person b on b.id = i.author_id
      where k.owner_id = ${who.organisationId} and k.resource_id = ${resourceId} and ${who.sees('i', readingPolicy)}
      order by k.created_at desc, k.id desc limit 100`,
    { answeredAt: 'moment', repliedAt: 'moment', createdAt: 'moment' },
  );

export async function insertReading(
  tx: Db,
  { ownerId, authorId }: { ownerId: string; authorId: string },
  asked: { resourceId: string; askedOf: string; byDate: string | null; words: string },
  now: Date,
): Promise<string> {
  const grants = [{ principal: principals.person(asked.askedOf), ability: 'contribute' as const }];
  const id = await insertItem(tx, { ownerId, policy: readingPolicy, authorId, grants }, now);
  await tx
    .insertInto('resource_reading')
    .values({
      owner_id: ownerId,
      id,
      resource_id: asked.resourceId,
      asked_of: asked.askedOf,
      by_date: asked.byDate,
      words: asked.words,
      answers: JSON.stringify({}),
      version: 0,
      answered_at: null,
      reply: '',
      replied_at: null,
      created_at: now,
    })
    .execute();
  return id;
}

/** Keeps the answers over the version that was shown; false when that is not the one that stands. */
export async function updateAnswers(
  { tx, organisationId: ownerId, who, now }: Change,
  { id, version }: { id: string; version: number },
  answers: Reading['answers'],
): Promise<boolean> {
  const saved = await tx
    .updateTable('resource_reading')
    .set({ answers: JSON.stringify(answers), version: version + 1, answered_at: now })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (saved) await keepText(tx, { ownerId, id }, saved.version, answers, who.personId, now);
  return saved !== undefined;
}

/** What whoever asked made of it; with null it waits for them again. */
export const updateReply = (
  tx: Db,
  ownerId: string,
  id: string,
  reply: { words: string; at: Date } | null,
): Promise<unknown> =>
  tx
    .updateTable('resource_reading')
    .set({ reply: reply?.words ?? '', replied_at: reply?.at ?? null })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();

/** Whether a reading, also one that was taken back, is of this page. */
export async function isReadingOf(db: Db, ownerId: string, id: string, resourceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('resource_reading')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('resource_id', '=', resourceId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who is asked to read a page, and so may open it. */
export async function selectReaders(db: Db, ownerId: string, resourceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('resource_reading as k')
    .innerJoin('item as i', (on) => on.onRef('i.owner_id', '=', 'k.owner_id').onRef('i.id', '=', 'k.id'))
    .select('k.asked_of as askedOf')
    .distinct()
    .where('k.owner_id', '=', ownerId)
    .where('i.owner_id', '=', ownerId)
    .where('k.resource_id', '=', resourceId)
    .where('i.ended_at', 'is', null)
    .execute();
  return rows.map(({ askedOf }) => askedOf);
}
