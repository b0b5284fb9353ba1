import type { Selectable } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Tables } from '#platform/db/schema.generated.ts';

type FileRow = Selectable<Tables['file']>;

/** A file as its item's page shows it. */
export interface KeptFile {
  ownerId: string;
  id: string;
  itemId: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  /** Shows pupils or their work, so that it stays with the school. */
  ofPupils: boolean;
  createdBy: string;
}

/** The files of these items, in the order in which they were added, without those taken away. */
export async function selectFiles(db: Db, ownerId: string, itemIds: readonly string[]): Promise<KeptFile[]> {
  if (itemIds.length === 0) return [];
  const rows = await db
    .selectFrom('file')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('item_id', 'in', itemIds)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(keptFile);
}

/** One file with the kind of the item it hangs on; undefined when there is none. */
export const selectFile = (
  db: Db,
  ownerId: string,
  id: string,
): Promise<(FileRow & { kind: string }) | undefined> =>
  db
    .selectFrom('file as f')
    .innerJoin('item as i', (join) =>
      join.onRef('i.owner_id', '=', 'f.owner_id').onRef('i.id', '=', 'f.item_id'),
    )
    .selectAll('f')
    .select('i.kind')
    .where('f.owner_id', '=', ownerId)
    .where('f.id', '=', id)
    .executeTakeFirst();

/** A file that is already in storage, as it hangs on an item. */
export type NewFile = Pick<KeptFile, 'name' | 'mediaType' | 'bytes' | 'sha256' | 'ofPupils'>;

/** Hangs files on an item. Answers their ids, in the same order. */
export async function insertFiles(
  tx: Db,
  item: { ownerId: string; id: string },
  files: readonly NewFile[],
  { by, now }: { by: string; now: Date },
): Promise<string[]> {
  const ids = files.map(() => newId(now));
  if (files.length > 0)
    await tx
      .insertInto('file')
      .values(
        files.map((file, at) => ({
          owner_id: item.ownerId,
          id: ids[at]!,
          item_id: item.id,
          name: file.name,
          media_type: file.mediaType,
          bytes: file.bytes,
          sha256: file.sha256,
          of_pupils: file.ofPupils,
          created_by: by,
          created_at: now,
          ended_at: null,
        })),
      )
      .execute();
  return ids;
}

/** Takes a file away, or with null brings it back. Its content is kept. */
export async function updateFileEnd(
  tx: Db,
  file: { ownerId: string; id: string },
  endedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('file')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', file.ownerId)
    .where('id', '=', file.id)
    .execute();
}

const keptFile = (row: FileRow): KeptFile => ({
  ownerId: row.owner_id,
  id: row.id,
  itemId: row.item_id,
  name: row.name,
  mediaType: row.media_type,
  bytes: Number(row.bytes),
  sha256: row.sha256,
  ofPupils: row.of_pupils,
  createdBy: row.created_by,
});
