import type { Services } from '#platform/http/context.ts';
import { endUpload, type Upload } from './upload.queries.ts';

/**
 * Takes back an upload that came to nothing: its row ends and its bytes are gone. One that has arrived since it was looked
 * at is what its recording holds, and stays.
 */
export async function discardUpload(
  { db, vault }: Pick<Services, 'db' | 'vault'>,
  upload: Pick<Upload, 'ownerId' | 'id'>,
  now: Date,
): Promise<void> {
  if (await endUpload(db, upload, now)) await vault.remove(upload.id);
}
