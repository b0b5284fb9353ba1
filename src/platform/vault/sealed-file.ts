import type { FileHandle } from 'node:fs/promises';
import { Damaged } from './errors.ts';
import { HEAD, laidOut, openSegment, opensHead, placeOf, SEALED_SEGMENT, SEGMENT } from './segments.ts';

/** A file on the disk, open, with what it is called and the key to it. */
export interface SealedFile {
  handle: FileHandle;
  id: string;
  key: Buffer;
}

/** Where a file ends: its last segment, what is in it, and how long the whole is. */
export interface End {
  index: number;
  content: Buffer;
  length: number;
  /** Whether it was closed in order: not so after a power cut, nor before anything was added. */
  closed: boolean;
}

/** The content of a segment. Throws Damaged when it is not as it was written. */
export async function readSegment(file: SealedFile, index: number, last: boolean): Promise<Buffer> {
  const content = await tryRead(file, index, last);
  if (!content) throw new Damaged(file.id);
  return content;
}

/** How long a file is that was closed in order. Throws Damaged otherwise: it may have been shortened. */
export async function lengthOfWhole(file: SealedFile): Promise<number> {
  const { segments, length } = await lookAt(file);
  if (segments === 0) throw new Damaged(file.id);
  await readSegment(file, segments - 1, true);
  return length;
}

/**
 * The end of a file that may have been left in the middle of being written. Then it ends before the first
 * segment that cannot be opened: what was once on disk for good stands before that.
 */
export async function readEnd(file: SealedFile): Promise<End> {
  const { segments } = await lookAt(file);
  if (segments > 0) {
    const content = await tryRead(file, segments - 1, true);
    if (content) return endAt(segments - 1, content, true);
  }
  let end: End = { index: 0, content: Buffer.alloc(0), length: 0, closed: false };
  for (let index = 0; index < segments; index += 1) {
    const more = await tryRead(file, index, false);
    const content = more ?? (await tryRead(file, index, true));
    if (content) end = endAt(index, content, false);
    if (!more) break;
  }
  return end;
}

const endAt = (index: number, content: Buffer, closed: boolean): End => ({
  index,
  content,
  length: index * SEGMENT + content.length,
  closed,
});

/** The content of a segment; null when it is not as it was written. Every segment but the last is full. */
async function tryRead(file: SealedFile, index: number, last: boolean): Promise<Buffer | null> {
  const content = openSegment(file.key, { id: file.id, index, last }, await readSealed(file, index));
  return content && (last || content.length === SEGMENT) ? content : null;
}

/** The sealed bytes of a segment, as many as there are. */
async function readSealed({ handle }: SealedFile, index: number): Promise<Buffer> {
  const sealed = Buffer.allocUnsafe(SEALED_SEGMENT);
  let filled = 0;
  while (filled < sealed.length) {
    const { bytesRead } = await handle.read(sealed, filled, sealed.length - filled, placeOf(index) + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return sealed.subarray(0, filled);
}

/** What its length says. Throws Damaged when it is no file of this id and key. */
async function lookAt({ handle, id, key }: SealedFile): Promise<ReturnType<typeof laidOut>> {
  const head = Buffer.alloc(HEAD);
  const { bytesRead } = await handle.read(head, 0, HEAD, 0);
  if (!opensHead(key, id, head.subarray(0, bytesRead))) throw new Damaged(id);
  return laidOut((await handle.stat()).size);
}
