import type { Item } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { KeptFile } from './file.queries.ts';

/** Hangs the same files on another item; their content is kept once. Answers which new file stands for which. */
export async function copyFiles(
  tx: Db,
  files: readonly KeptFile[],
  to: Pick<Item, 'ownerId' | 'id'>,
  { by, now }: { by: string; now: Date },
): Promise<Map<string, string>> {
  const made = new Map(files.map(({ id }) => [id, newId(now)]));
  if (files.length > 0)
    await tx
      .insertInto('file')
      .values(
        files.map((file) => ({
          owner_id: to.ownerId,
          id: made.get(file.id)!,
          item_id: to.id,
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
  return made;
}
