import { orientationOnly } from './orientation.ts';
import { UnreadablePicture } from './unreadable-picture.ts';

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/**
 * A JPEG without its metadata, the picture itself untouched byte for byte. What stays beside it: the
 * JFIF header, the colour profile, Adobe's colour mark, and from EXIF the orientation alone. What goes:
 * place, time, camera, comments, previews, and whatever a phone appends after the end of the picture
 * (a second picture or a short film, each with metadata of its own).
 * Source: ITU-T T.81 annex B; ICC.1:2022 annex B.4.
 * Throws UnreadablePicture when the segments do not add up. A picture cut short by a lost connection
 * is kept as far as it goes.
 */
export function stripJpeg(bytes: Buffer): Buffer {
  if (bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE) throw new UnreadablePicture();
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let hasOrientation = false;
  let at = 2;

  while (at < bytes.length) {
    if (bytes[at] !== 0xff) throw new UnreadablePicture();
    const marker = bytes[at + 1];
    if (marker === undefined) break;
    if (marker === 0xff) {
      at += 1; // a fill byte before a marker
      continue;
    }
    if (marker === END_OF_IMAGE) {
      kept.push(bytes.subarray(at, at + 2));
      break;
    }
    if (at + 4 > bytes.length) break;
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw new UnreadablePicture();
    const segment = bytes.subarray(at, end);

    if (marker === APP1 && !hasOrientation) {
      const exif = exifWithOrientation(segment);
      if (exif) kept.push(exif);
      hasOrientation = exif !== null;
    } else if (belongsToPicture(marker, segment)) {
      kept.push(segment);
    }
    at = end;
    if (marker === START_OF_SCAN) {
      const scanEnd = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, scanEnd));
      at = scanEnd;
    }
  }
  return Buffer.concat(kept);
}

function belongsToPicture(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  const name = segment.toString('latin1', 4, 16);
  if (marker === APP0) return name.startsWith('JFIF\0');
  if (marker === APP2) return name.startsWith('ICC_PROFILE\0');
  return marker === APP14 && name.startsWith('Adobe');
}

/** A fresh EXIF segment that holds nothing but the orientation, or null when there is none to keep. */
function exifWithOrientation(segment: Buffer): Buffer | null {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return null;
  const tiff = orientationOnly(segment.subarray(10));
  if (!tiff) return null;
  const head = Buffer.from([0xff, APP1, 0, 8 + tiff.length, ...Buffer.from('Exif\0\0', 'latin1')]);
  return Buffer.concat([head, tiff]);
}

/** Where the coded picture stops: at the first marker that is neither a stuffed 0xff nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return bytes.length;
    if (next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)) continue;
    return at;
  }
  return bytes.length;
}
