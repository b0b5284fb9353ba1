import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * How a sealed file lies on the disk: a head, then segments of 64 KiB of content, the last of them shorter. A
 * segment is a random nonce, the content under AES-256-GCM, and the tag. What it belongs to is sealed with it: the
 * file's id, which segment it is, and whether it is the last; so none can be moved, left out or cut off unseen.
 * The head is a word, the version of the format, and a nonce and tag that only the file's own key makes.
 */

export const SEGMENT = 65_536;
const NONCE = 12;
const TAG = 16;
const AROUND = NONCE + TAG;
export const SEALED_SEGMENT = SEGMENT + AROUND;

const MAGIC = Buffer.from('staffroom vault\x01', 'latin1');
export const HEAD = MAGIC.length + AROUND;

/** Which segment of which file, and whether it is the last. */
interface SegmentPlace {
  id: string;
  index: number | 'head';
  last: boolean;
}

export const sealHead = (key: Buffer, id: string): Buffer =>
  Buffer.concat([MAGIC, sealSegment(key, { id, index: 'head', last: false }, Buffer.alloc(0))]);

/** Whether a file begins as one of this id and key does. */
export const opensHead = (key: Buffer, id: string, head: Buffer): boolean =>
  head.length === HEAD &&
  head.subarray(0, MAGIC.length).equals(MAGIC) &&
  openSegment(key, { id, index: 'head', last: false }, head.subarray(MAGIC.length)) !== null;

export function sealSegment(key: Buffer, place: SegmentPlace, content: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad(place));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** The content of a segment; null when it is not one that was sealed with this key for this place. */
export function openSegment(key: Buffer, place: SegmentPlace, sealed: Buffer): Buffer | null {
  if (sealed.length < AROUND) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(aad(place))
    .setAuthTag(sealed.subarray(sealed.length - TAG));
  const content = decipher.update(sealed.subarray(NONCE, sealed.length - TAG));
  try {
    decipher.final();
    return content;
  } catch {
    return null;
  }
}

const aad = ({ id, index, last }: SegmentPlace): Buffer =>
  Buffer.from(`${id} ${index} ${last ? 'last' : 'more'}`);

/** Where a segment begins on the disk. */
export const placeOf = (index: number): number => HEAD + index * SEALED_SEGMENT;

/** What the length on disk says: how many segments there are, and how long the last is as it lies there. */
export function laidOut(bytesOnDisk: number): { segments: number; length: number } {
  const body = Math.max(0, bytesOnDisk - HEAD);
  const segments = Math.ceil(body / SEALED_SEGMENT);
  const lastSealed = body - Math.max(0, segments - 1) * SEALED_SEGMENT;
  const inLast = Math.max(0, lastSealed - AROUND);
  return { segments, length: Math.max(0, segments - 1) * SEGMENT + inLast };
}
