import { damaged, tooMany } from './archive.ts';
import { fromCp437 } from './cp437.ts';
import type { Source } from './source.ts';

/** What the directory at the end of a zip file says of one entry. */
export interface ZipRecord {
  name: string;
  /** Where its own header stands. */
  at: number;
  packed: number;
  size: number;
  checksum: number;
  flags: number;
  method: number;
  attributes: number;
}

interface Directory {
  at: number;
  bytes: number;
  entries: number;
}

/** APPNOTE.TXT 4.3.12: one record after the other. Reads no more of them than may be. */
export function readDirectory(source: Source, most: number): ZipRecord[] {
  const { at, bytes, entries } = findDirectory(source);
  if (entries > most) throw tooMany(most);
  // A name, a comment and extra fields take at most 64 KB each, honest ones a hundred bytes or two.
  if (at + bytes > source.size || bytes > 64 * 1024 * 1024) throw damaged();
  const all = source.read(at, bytes);
  const records: ZipRecord[] = [];
  let next = 0;
  while (next < all.length) {
    if (records.length >= entries || all.length - next < 46 || all.readUInt32LE(next) !== 0x02014b50)
      throw damaged();
    const end =
      next + 46 + all.readUInt16LE(next + 28) + all.readUInt16LE(next + 30) + all.readUInt16LE(next + 32);
    if (end > all.length) throw damaged();
    const record = recordOf(all.subarray(next, end));
    if (record.at + 30 + record.packed > at) throw damaged();
    records.push(record);
    next = end;
  }
  if (records.length !== entries) throw damaged();
  return records;
}

/** The directory is found by what stands at the very end, after which only a comment may come (4.3.16). */
function findDirectory(source: Source): Directory {
  const length = Math.min(source.size, 22 + 65_535);
  const tail = source.read(source.size - length, length);
  let at = tail.length - 22;
  while (
    at >= 0 &&
    !(tail.readUInt32LE(at) === 0x06054b50 && at + 22 + tail.readUInt16LE(at + 20) === tail.length)
  )
    at -= 1;
  if (at < 0) throw damaged();
  const entries = tail.readUInt16LE(at + 10);
  const bytes = tail.readUInt32LE(at + 12);
  const begin = tail.readUInt32LE(at + 16);
  const end = source.size - length + at;
  if (entries !== 0xffff && bytes !== 0xffffffff && begin !== 0xffffffff)
    return { at: begin, bytes, entries };
  return findLongDirectory(source, end);
}

/** Zip64 (4.3.14, 4.3.15): the same with longer numbers, found by what stands before the end. */
function findLongDirectory(source: Source, end: number): Directory {
  if (end < 76) throw damaged();
  const locator = source.read(end - 20, 20);
  if (locator.readUInt32LE(0) !== 0x07064b50) throw damaged();
  const record = source.read(count(locator, 8), 56);
  if (record.readUInt32LE(0) !== 0x06064b50) throw damaged();
  return { at: count(record, 48), bytes: count(record, 40), entries: count(record, 32) };
}

/** A number of eight bytes; none so large that it could not be counted is honest. */
function count(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at);
  if (value > 0xffff_ffff_ffffn) throw damaged();
  return Number(value);
}

function recordOf(bytes: Buffer): ZipRecord {
  const nameEnd = 46 + bytes.readUInt16LE(28);
  const extra = bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(30));
  const flags = bytes.readUInt16LE(8);
  let rest = longNumbers(extra);
  const take = (value: number): number => {
    if (value !== 0xffffffff || rest === null) return value;
    if (rest.length < 8) throw damaged();
    const actual = count(rest, 0);
    rest = rest.subarray(8);
    return actual;
  };
  // In this order: size, packed, where (4.5.3).
  const size = take(bytes.readUInt32LE(24));
  const packed = take(bytes.readUInt32LE(20));
  const at = take(bytes.readUInt32LE(42));
  return {
    name: nameFrom(bytes.subarray(46, nameEnd), flags),
    at,
    packed,
    size,
    checksum: bytes.readUInt32LE(16),
    flags,
    method: bytes.readUInt16LE(10),
    attributes: bytes.readUInt32LE(38),
  };
}

/** The extra field 0x0001, which holds what does not fit into four bytes. */
function longNumbers(extra: Buffer): Buffer | null {
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, end);
    at = end;
  }
  return null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A flag says that names are UTF-8; many who write them so forget the flag, and everything else is the alphabet of DOS. */
function nameFrom(bytes: Uint8Array, flags: number): string {
  try {
    return utf8.decode(bytes);
  } catch {
    if ((flags & 0x800) !== 0) throw damaged();
    return fromCp437(bytes);
  }
}
