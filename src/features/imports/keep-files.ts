import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { RunFile } from './run.queries.ts';

/**
 * Writes down that an import needs these files, so that storage keeps them. The run is no item, so no address
 * opens them: they are read by the import alone.
 */
export async function keepFiles(
  tx: Db,
  run: { ownerId: string; id: string },
  files: readonly RunFile[],
  createdBy: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('file')
    .values(
      files.map(({ name, sha256, bytes }) => ({
        owner_id: run.ownerId,
        id: newId(now),
        item_id: run.id,
        name,
        media_type: 'application/octet-stream',
        bytes,
        sha256,
        of_pupils: true,
        created_by: createdBy,
        created_at: now,
        ended_at: null,
      })),
    )
    .execute();
}
