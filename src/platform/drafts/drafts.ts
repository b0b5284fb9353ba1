import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';

/**
 * What somebody was writing in a form: field name → text, or texts. With them goes the `version` of the
 * text that the form was drawn with, so that a draft is never saved unseen over a newer text. What is read
 * here says in DRAFT_SAVED_AT when it was kept.
 */
export type DraftFields = Record<string, string | string[]>;

/** The moment (ISO 8601) at which a draft was kept, beside its fields. */
export const DRAFT_SAVED_AT = 'draft_saved_at';

/**
 * Whose draft, and the organisation it was begun in: somebody who belongs to two never finds in one what they
 * wrote in the other. A `Who` is one.
 */
export interface Writer {
  readonly personId: string;
  readonly organisationId: string;
}

/** Fields that never belong in a draft. */
const leftOut = (name: string): boolean => /password/i.test(name) || name === 'draft_key';

/** Keeps what is in a form under its key, over what was kept before. */
export async function keepDraft(
  db: Db,
  { personId, organisationId }: Writer,
  key: string,
  fields: DraftFields,
  now: Date,
): Promise<void> {
  const body = JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([name]) => !leftOut(name))));
  const row = { body, saved_at: now };
  await db
    .insertInto('draft')
    .values({ owner_id: personId, organisation_id: organisationId, key, ...row })
    .onConflict((conflict) => conflict.columns(['owner_id', 'organisation_id', 'key']).doUpdateSet(row))
    .execute();
}

const ofWriter = ({ personId, organisationId }: Writer): RawBuilder<boolean> =>
  sql`d.owner_id = ${personId} and d.organisation_id = ${organisationId}`;

const fieldsOf = sql`d.body || jsonb_build_object(${sql.lit(DRAFT_SAVED_AT)}, d.saved_at)`;

/** The draft under `key` as a column of another query, or null. */
export const draftColumn = (
  writer: Writer,
  key: string | RawBuilder<unknown>,
): RawBuilder<DraftFields | null> =>
  sql`(select ${fieldsOf} from draft d where ${ofWriter(writer)} and d.key = ${key})`;

/** The drafts whose keys begin with `prefix` as a column of another query: the rest of the key → the draft. */
export const draftsColumn = (
  writer: Writer,
  prefix: string | RawBuilder<string>,
): RawBuilder<Record<string, DraftFields>> =>
  sql`coalesce((select json_object_agg(substr(d.key, length(${prefix}::text) + 1), ${fieldsOf}) from draft d
    where ${ofWriter(writer)} and starts_with(d.key, ${prefix}::text)), '{}'::json)`;

/** The draft under a key, when there is one. */
export async function selectDraft(db: Db, writer: Writer, key: string): Promise<DraftFields | undefined> {
  const { rows } = await sql<{
    draft: DraftFields | null;
  }>`select ${draftColumn(writer, key)} as draft`.execute(db);
  return rows[0]?.draft ?? undefined;
}

/** The writing was sent, so the draft has done its work. */
export async function dropDraft(db: Db, { personId, organisationId }: Writer, key: string): Promise<void> {
  await db
    .deleteFrom('draft')
    .where('owner_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('key', '=', key)
    .execute();
}
