import type { Db } from '../db/database.ts';
import { type CurrentText, Stale } from '../errors.ts';
import { t } from '../i18n/i18n.ts';

/** What texts are kept of: an item, or a part of one that has an id and versions of its own. */
interface Versioned {
  ownerId: string;
  id: string;
}

/** A text as it was at some version, field by field. */
interface KeptText {
  version: number;
  writtenBy: string;
  writtenAt: Date;
  fields: Record<string, unknown>;
}

/** Keeps a text as it is at a version. Keeping the same version twice keeps the first. */
export async function keepText(
  tx: Db,
  of: Versioned,
  version: number,
  fields: Record<string, unknown>,
  writtenBy: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('text_version')
    .values({
      owner_id: of.ownerId,
      item_id: of.id,
      version,
      body: JSON.stringify(fields),
      written_by: writtenBy,
      written_at: at,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'item_id', 'version']).doNothing())
    .execute();
}

/** All versions that were kept, newest first, at most two hundred. `writtenBy` is a name. */
export async function selectTexts(db: Db, of: Versioned): Promise<KeptText[]> {
  const rows = await db
    .selectFrom('text_version as v')
    .innerJoin('person as p', 'p.id', 'v.written_by')
    .select(['v.version', 'p.name as writtenBy', 'v.written_at as writtenAt', 'v.body as fields'])
    .where('v.owner_id', '=', of.ownerId)
    .where('v.item_id', '=', of.id)
    .orderBy('v.version', 'desc')
    .limit(200)
    .execute();
  return rows as KeptText[];
}

/** The fields of a text as they were at a version; undefined when that was not kept. */
export async function selectText(
  db: Db,
  of: Versioned,
  version: number,
): Promise<KeptText['fields'] | undefined> {
  const row = await db
    .selectFrom('text_version')
    .select('body')
    .where('owner_id', '=', of.ownerId)
    .where('item_id', '=', of.id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.body as KeptText['fields'] | undefined;
}

/**
 * Throws `Stale`: the text as it stands, with who wrote it, as the versions tell.
 * `at` stands for the moment when the version was not kept.
 */
export async function throwStale(
  db: Db,
  of: Versioned,
  current: Pick<CurrentText, 'version' | 'fields' | 'ticks'>,
  at: Date,
): Promise<never> {
  const kept = await db
    .selectFrom('text_version as v')
    .innerJoin('person as p', 'p.id', 'v.written_by')
    .select(['p.id as writerId', 'p.name as writtenBy', 'v.written_at as writtenAt'])
    .where('v.owner_id', '=', of.ownerId)
    .where('v.item_id', '=', of.id)
    .where('v.version', '=', current.version)
    .executeTakeFirst();
  throw new Stale({ ...current, ...(kept ?? { writerId: null, writtenBy: t('Somebody'), writtenAt: at }) });
}
