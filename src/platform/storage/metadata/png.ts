import { crc32 } from 'node:zlib';
import { orientationOnly } from './orientation.ts';
import { UnreadablePicture } from './unreadable-picture.ts';

/** Ancillary chunks that say how to show the picture. All others (text, time, EXIF, private) are left out. */
const SHOWING = new Set(
  'tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs sPLT cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);

/**
 * A PNG without its metadata, the picture untouched. From an eXIf chunk the orientation stays.
 * Whatever follows the end of the picture goes.
 * Source: PNG (third edition), sections 5 and 11.
 * Throws UnreadablePicture when the chunks do not add up.
 */
export function stripPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) throw new UnreadablePicture();

    if (type === 'eXIf') {
      const tiff = orientationOnly(bytes.subarray(at + 8, end - 4));
      if (tiff) kept.push(pngChunk(type, tiff));
    } else if (isCritical(type) || SHOWING.has(type)) {
      kept.push(bytes.subarray(at, end));
    }
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  throw new UnreadablePicture();
}

/** One chunk: length, four-letter type, content, checksum. */
export function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(content.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), chunk.length - 4);
  return chunk;
}

/** A capital first letter marks a chunk without which the picture cannot be drawn. */
function isCritical(type: string): boolean {
  return type.charAt(0) === type.charAt(0).toUpperCase();
}
