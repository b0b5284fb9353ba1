import type { Db } from '#platform/db/database.ts';
import { type CurrentText, Stale } from '#platform/errors.ts';

export interface Kept {
  ownerId: string;
  /** The programme, or the step. */
  id: string;
}

/** Keeps a text as it was or as it is now. Keeping the same version twice keeps the first. */
export async function keepText(
  tx: Db,
  kept: Kept,
  version: number,
  body: Record<string, unknown>,
  writtenBy: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('text_version')
    .values({
      owner_id: kept.ownerId,
      item_id: kept.id,
      version,
      body: JSON.stringify(body),
      written_by: writtenBy,
      written_at: at,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'item_id', 'version']).doNothing())
    .execute();
}

/** A text as it was at a version, or undefined when that was not kept. */
export async function selectText(
  db: Db,
  kept: Kept,
  version: number,
): Promise<Record<string, unknown> | undefined> {
  const row = await db
    .selectFrom('text_version')
    .select('body')
    .where('owner_id', '=', kept.ownerId)
    .where('item_id', '=', kept.id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.body as Record<string, unknown> | undefined;
}

/** Throws `Stale` with the text as it stands now and who wrote it. */
export async function throwStale(
  db: Db,
  kept: Kept,
  current: Pick<CurrentText, 'version' | 'fields'> & { writtenAt: Date },
): Promise<never> {
  const row = await db
    .selectFrom('text_version as v')
    .innerJoin('person as p', 'p.id', 'v.written_by')
    .select(['p.name', 'v.written_at as writtenAt'])
    .where('v.owner_id', '=', kept.ownerId)
    .where('v.item_id', '=', kept.id)
    .where('v.version', '=', current.version)
    .executeTakeFirst();
  throw new Stale({
    version: current.version,
    writtenBy: row?.name ?? 'Somebody else',
    writtenAt: row?.writtenAt ?? current.writtenAt,
    fields: current.fields,
  });
}
