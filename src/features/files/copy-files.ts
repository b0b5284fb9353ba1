import type { Item } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { insertFiles, type KeptFile } from './file.queries.ts';

/** Hangs the same files on another item; their content is kept once. Answers which new file stands for which. */
export async function copyFiles(
  tx: Db,
  files: readonly KeptFile[],
  to: Pick<Item, 'ownerId' | 'id'>,
  by: { by: string; now: Date },
): Promise<Map<string, string>> {
  const ids = await insertFiles(tx, to, files, by);
  return new Map(files.map(({ id }, at) => [id, ids[at]!]));
}
