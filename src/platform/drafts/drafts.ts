import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';

/**
 * What somebody was writing in a form: field name → text, or texts. With them goes the `version` of the
 * text that the form was drawn with, so that a draft is never saved unseen over a newer text.
 */
export type DraftFields = Record<string, string | string[]>;

/** Fields that never belong in a draft. */
const leftOut = (name: string): boolean => /password/i.test(name) || name === 'draft_key';

/** Keeps what is in a form under its key, over what was kept before. */
export async function keepDraft(
  db: Db,
  personId: string,
  key: string,
  fields: DraftFields,
  now: Date,
): Promise<void> {
  const body = JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([name]) => !leftOut(name))));
  const row = { body, saved_at: now };
  await db
    .insertInto('draft')
    .values({ owner_id: personId, key, ...row })
    .onConflict((conflict) => conflict.columns(['owner_id', 'key']).doUpdateSet(row))
    .execute();
}

/** The draft under a key, when there is one. */
export async function selectDraft(db: Db, personId: string, key: string): Promise<DraftFields | undefined> {
  const row = await db
    .selectFrom('draft')
    .select('body')
    .where('owner_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.body as DraftFields | undefined;
}

/** The same as a column of another query: the draft under `key`, or null. */
export const draftColumn = (
  personId: string,
  key: string | RawBuilder<unknown>,
): RawBuilder<DraftFields | null> =>
  sql`(select d.body from draft d where d.owner_id = ${personId} and d.key = ${key})`;

/** The writing was sent, so the draft has done its work. */
export async function dropDraft(db: Db, personId: string, key: string): Promise<void> {
  await db.deleteFrom('draft').where('owner_id', '=', personId).where('key', '=', key).execute();
}
