/** Found from the content alone: neither a file's name nor what a browser says of it is believed. */

const UNKNOWN_TYPE = 'application/octet-stream';

/** How much of a file's start and end `mediaTypeOf` wants to see, in bytes. */
export const HEAD_BYTES = 4096;
export const TAIL_BYTES = 65_536;

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']);
const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** The part every document of the kind must contain, as its name stands in the archive. */
const OFFICE_PARTS: readonly (readonly [part: string, type: string])[] = [
  ['word/document.xml', `${OFFICE}.wordprocessingml.document`],
  ['xl/workbook.xml', `${OFFICE}.spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${OFFICE}.presentationml.presentation`],
];
const OPEN_DOCUMENT =
  /^mimetype(application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation|graphics))PK/;

/**
 * The media type of a file, or 'application/octet-stream' when its content says nothing known.
 * `head` is its first HEAD_BYTES (or all of it), `tail` its last TAIL_BYTES, where an archive lists
 * its contents. Never gives a type that a browser would run, such as HTML or SVG: those are text here.
 * Whether a 'video/…' holds pictures at all is only known by reading it through (`../media/probe.ts`).
 */
export function mediaTypeOf(head: Buffer, tail: Buffer = head): string {
  const text = (from: number, to: number) => head.toString('latin1', from, to);
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);

  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'image/gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  const sound = soundType(head);
  if (sound) return sound;
  if (text(0, 5) === '%PDF-') return 'application/pdf';
  if (text(4, 8) === 'ftyp') return isoMediaType(head);
  if (startsQuickTime(head)) return 'video/quicktime';
  if (starts(0x1a, 0x45, 0xdf, 0xa3)) return ebmlMediaType(head);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return archiveType(head, tail);
  if (isText(head)) return 'text/plain';
  return UNKNOWN_TYPE;
}

/** Endings whose content `mediaTypeOf` always knows, and those of which it knows only some. */
const KNOWN_PICTURE = /\.(jpe?g|jfif|png|gif|webp)$/i;
const OTHER_PICTURE = /\.(heic|heif|avif|bmp|tiff?)$/i;

/** Whether a file is named like a picture and holds something else; `mediaType` is that of its content. */
export function onlyNamedPicture(name: string, mediaType: string): boolean {
  if (mediaType.startsWith('image/')) return false;
  return KNOWN_PICTURE.test(name) || (OTHER_PICTURE.test(name) && mediaType !== UNKNOWN_TYPE);
}

/** ISO/IEC 14496-12: the first box names the brands a file follows. */
function isoMediaType(head: Buffer): string {
  const size = Math.min(head.readUInt32BE(0), head.length);
  const major = head.toString('latin1', 8, 12);
  const brands = [major];
  for (let at = 16; at + 4 <= size; at += 4) brands.push(head.toString('latin1', at, at + 4));

  if (brands.some((brand) => HEIC_BRANDS.has(brand))) return 'image/heic';
  if (major === 'qt  ') return 'video/quicktime';
  if (major === 'M4A ' || major === 'M4B ') return 'audio/mp4';
  if (/^3g\w\w$/.test(major)) return major.startsWith('3g2') ? 'video/3gpp2' : 'video/3gpp';
  if (/^(iso\w|mp4\d|avc1|dash|MSNV|M4V )$/.test(major)) return 'video/mp4';
  return UNKNOWN_TYPE;
}

/** QuickTime before 2001 names no brand: a box of a known name with a believable length comes first. */
function startsQuickTime(head: Buffer): boolean {
  return /^(moov|mdat|wide|free|skip)$/.test(head.toString('latin1', 4, 8)) && head[0]! < 9;
}

/**
 * RFC 8794: the DocType (0x4282, its length, its name) says which of the two it is; other elements,
 * and as many bytes of padding as the writer liked, may stand before it.
 */
function ebmlMediaType(head: Buffer): string {
  const at = head.indexOf(Buffer.from([0x42, 0x82]), 4);
  const length = at < 0 ? 0 : head[at + 2]! & 0x7f;
  const docType = head.toString('latin1', at + 3, at + 3 + length).replaceAll('\0', '');
  // What a browser records with the microphone alone names its sound at the start, and no film.
  if (docType === 'webm')
    return head.includes('A_OPUS') && !head.includes('V_') ? 'audio/webm' : 'video/webm';
  return docType === 'matroska' ? 'video/x-matroska' : UNKNOWN_TYPE;
}

/** What voice recorders give; film has its own containers. */
function soundType(head: Buffer): string | undefined {
  const text = (from: number, to: number) => head.toString('latin1', from, to);
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return 'audio/wav';
  if (text(0, 4) === 'OggS') return 'audio/ogg';
  if (text(0, 6) === '#!AMR\n') return 'audio/amr';
  if (text(0, 9) === '#!AMR-WB\n') return 'audio/amr-wb';
  if (text(0, 3) === 'ID3' || isMp3Frame(head)) return 'audio/mpeg';
  return isAdtsFrame(head) ? 'audio/aac' : undefined;
}

/** ISO/IEC 13818-7, ADTS: twelve set bits, layer 0, a sample rate that exists, and another frame where this ends. */
function isAdtsFrame(head: Buffer): boolean {
  const begins = (at: number) => head[at] === 0xff && (head[at + 1]! & 0xf6) === 0xf0;
  if (head.length < 7 || !begins(0) || ((head[2]! >> 2) & 0x0f) > 12) return false;
  const length = ((head[3]! & 0x03) << 11) | (head[4]! << 3) | (head[5]! >> 5);
  return length >= 7 && (length + 1 >= head.length || begins(length));
}

/** ISO/IEC 11172-3: eleven set bits, layer III, and a bit rate and sample rate that exist. */
function isMp3Frame(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const layerThree = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return layerThree && third >> 4 !== 0x0f && third >> 4 !== 0 && (third & 0x0c) !== 0x0c;
}

function archiveType(head: Buffer, tail: Buffer): string {
  const openDocument = OPEN_DOCUMENT.exec(head.toString('latin1', 30, 160));
  if (openDocument?.[1]) return openDocument[1];
  if (head.includes('[Content_Types].xml') || tail.includes('[Content_Types].xml')) {
    for (const [part, type] of OFFICE_PARTS) if (tail.includes(part) || head.includes(part)) return type;
  }
  return 'application/zip';
}

/** Text in UTF-8 or an older single-byte alphabet: no control characters but tab, line and page ends. */
function isText(head: Buffer): boolean {
  return (
    head.length > 0 && !head.some((byte) => byte === 0x7f || (byte < 0x20 && ![9, 10, 12, 13].includes(byte)))
  );
}
