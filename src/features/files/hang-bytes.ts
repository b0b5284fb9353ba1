import type { Item } from '#platform/access/who.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { largestFile } from './attach-uploads.ts';

/**
 * Hangs a file on an item that no person uploaded by itself: one out of a package that they did. The caller opened the
 * item, asked the policy and records the change. Answers its id.
 * Throws `Refused` as `Storage.put` does.
 */
export async function hangBytes(
  { tx, now, who, services }: Change,
  item: Pick<Item, 'ownerId' | 'id'>,
  { name, content }: { name: string; content: Uint8Array },
): Promise<string> {
  const { sha256, bytes, mediaType } = await services.storage.put(content, { maxBytes: largestFile });
  const id = newId(now);
  await tx
    .insertInto('file')
    .values({
      owner_id: item.ownerId,
      id,
      item_id: item.id,
      name,
      media_type: mediaType,
      bytes,
      sha256,
      of_pupils: true,
      created_by: who.personId,
      created_at: now,
      ended_at: null,
    })
    .execute();
  return id;
}
