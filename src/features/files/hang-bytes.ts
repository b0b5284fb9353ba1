import type { Item } from '#platform/access/who.ts';
import type { Change } from '#platform/http/context.ts';
import { largestFile } from './attach-uploads.ts';
import { insertFiles } from './file.queries.ts';

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
  const stored = await services.storage.put(content, { maxBytes: largestFile });
  const [id] = await insertFiles(tx, item, [{ ...stored, name, ofPupils: true }], { by: who.personId, now });
  return id!;
}
