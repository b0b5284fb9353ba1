import { orientationOnly } from './orientation.ts';
import { UnreadablePicture } from './unreadable-picture.ts';

const DRAWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const HAS_EXIF = 0b0000_1000;
const HAS_XMP = 0b0000_0100;

/**
 * A WebP picture without its metadata, the picture untouched. From EXIF the orientation stays, and the
 * flags in the head are set to what is left.
 * Source: RFC 9649, section 2.
 * Throws UnreadablePicture when the chunks do not add up.
 */
export function stripWebp(bytes: Buffer): Buffer {
  if (bytes.length < 12) throw new UnreadablePicture();
  // What the head calls the length bounds the picture; anything after it is not part of it.
  const limit = bytes.readUInt32LE(4) + 8;
  if (limit > bytes.length) throw new UnreadablePicture();
  const kept: Buffer[] = [];
  let head: Buffer | null = null;
  let exif: Buffer | null = null;

  for (let at = 12; at + 8 <= limit;) {
    const type = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size;
    if (end > limit) throw new UnreadablePicture();
    const content = bytes.subarray(at + 8, end);

    if (type === 'EXIF') exif = orientationOnly(withoutPrefix(content));
    if (type === 'VP8X') {
      if (size < 10) throw new UnreadablePicture();
      head = webpChunk(type, content);
      kept.push(head);
    } else if (DRAWN.has(type)) {
      kept.push(webpChunk(type, content));
    }
    at = end + (size % 2);
  }
  if (kept.length === 0) throw new UnreadablePicture();

  // Only the extended format may carry EXIF, so without its head there is nowhere to say it.
  if (head) {
    head.writeUInt8((head.readUInt8(8) & ~(HAS_EXIF | HAS_XMP)) | (exif ? HAS_EXIF : 0), 8);
    if (exif) kept.push(webpChunk('EXIF', exif));
  }
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  const start = Buffer.alloc(8);
  start.write('RIFF', 0, 'latin1');
  start.writeUInt32LE(body.length, 4);
  return Buffer.concat([start, body]);
}

/** One RIFF chunk, padded to an even length; a copy, so that changing it leaves the source alone. */
export function webpChunk(type: string, content: Buffer): Buffer {
  const chunk = Buffer.alloc(8 + content.length + (content.length % 2));
  chunk.write(type, 0, 'latin1');
  chunk.writeUInt32LE(content.length, 4);
  content.copy(chunk, 8);
  return chunk;
}

/** Some programs put JPEG's 'Exif\0\0' before the block although the format does not ask for it. */
function withoutPrefix(content: Buffer): Buffer {
  return content.toString('latin1', 0, 6) === 'Exif\0\0' ? content.subarray(6) : content;
}
