import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  type Archive,
  type ArchiveEntry,
  archiveLimits,
  type ArchiveLimits,
  archiveOf,
  damaged,
  isClutter,
  safePath,
  tooLarge,
  tooMany,
} from './archive.ts';
import { type Source, sourceOf } from './source.ts';
import { readDirectory, type ZipRecord } from './zip-directory.ts';

/**
 * Opens a zip file without unpacking anything. What it says of itself is checked first: how many files, how large, how
 * tightly packed, under which names, and that no two of them share the same bytes. What is then unpacked stops at the
 * size that was said, and is compared with its checksum; so a small file cannot fill the memory however it lies.
 */
export function readZip(input: Uint8Array | string, limits: ArchiveLimits = archiveLimits): Archive {
  const source = sourceOf(input);
  const records = readDirectory(source, limits.entries);
  if (records.length > limits.entries) throw tooMany(limits.entries);
  let total = 0;
  for (const record of records) {
    lookOver(record, limits);
    total += record.size;
    if (total > limits.totalBytes) throw tooLarge();
  }
  shareNothing(records);
  const entries = records.flatMap((record) => {
    const path = safePath(record.name);
    return path === '' || isClutter(path) ? [] : [entryOf(source, path, record)];
  });
  return archiveOf(entries);
}

/** Upper half of the attributes that Unix writes: what the entry is. */
const symbolicLink = 0o120000;
const kindOfFile = 0o170000;

function lookOver({ packed, size, flags, method, attributes }: ZipRecord, limits: ArchiveLimits): void {
  if ((flags & 0x2041) !== 0)
    throw new Refused(t('This package is protected by a password. Export it again without one.'));
  if (((attributes >>> 16) & kindOfFile) === symbolicLink)
    throw new Refused(t('This package holds links instead of files, so we did not open it.'));
  if (method !== 0 && method !== 8)
    throw new Refused(
      t('This package is packed in a way that we cannot read. Make an ordinary zip file of it.'),
    );
  if (size > limits.entryBytes) throw tooLarge();
  if (method === 0 && size !== packed) throw damaged();
  if (size > 1_048_576 && size > packed * limits.ratio) throw tooLarge();
}

/** Each file has bytes of its own. Bombs let thousands of entries unpack the same ones. */
function shareNothing(records: readonly ZipRecord[]): void {
  let free = 0;
  for (const { at, packed, name } of records.toSorted((a, b) => a.at - b.at)) {
    if (at < free) throw damaged();
    // The header before the bytes takes thirty, and at least as much as its name, which has a byte a letter or more.
    free = at + 30 + name.length + packed;
  }
}

function entryOf(source: Source, path: string, record: ZipRecord): ArchiveEntry {
  return {
    path,
    bytes: record.size,
    open: () => {
      const bytes = unpack(packedBytes(source, record), record);
      if (bytes.length !== record.size || crc32(bytes) !== record.checksum) throw damaged();
      return bytes;
    },
    head: () => {
      const length = Math.min(4096, record.size);
      if (record.method === 0) return packedBytes(source, record, length);
      return unpackHead(packedBytes(source, record, Math.min(record.packed, 16_384)), length);
    },
  };
}

/** Where an entry’s bytes begin is said by the header that stands before them. */
function packedBytes(source: Source, { at, packed }: ZipRecord, most = packed): Buffer {
  const header = source.read(at, 30);
  if (header.readUInt32LE(0) !== 0x04034b50) throw damaged();
  const begin = at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  return source.read(begin, most);
}

function unpack(packed: Buffer, { method, size }: ZipRecord): Uint8Array {
  if (method === 0) return packed;
  try {
    // Stops as soon as more comes out than was said.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw damaged();
  }
}

function unpackHead(packed: Uint8Array, length: number): Uint8Array {
  const head = new Uint8Array(length);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    const part = chunk.subarray(0, length - filled);
    head.set(part, filled);
    filled += part.length;
  });
  try {
    // In small pieces: each gives at most a thousand times its size.
    for (let at = 0; at < packed.length && filled < length; at += 512)
      inflate.push(packed.subarray(at, at + 512));
  } catch {
    throw damaged();
  }
  return head.subarray(0, filled);
}
