import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
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

/** A tar cannot be opened in the middle, so what is wanted of it stays in memory: less than of a zip. */
export const tarLimits: ArchiveLimits = { ...archiveLimits, totalBytes: 768 * 1024 * 1024 };

/**
 * Reads a gzipped tar in one go, and keeps what is wanted of it; of the rest not a byte stays. It stops at the limits
 * while it unpacks. Links, devices and names that lead out are refused, as in a zip.
 */
export async function readTar(
  input: Uint8Array | string,
  wanted: (path: string) => boolean = () => true,
  limits: ArchiveLimits = tarLimits,
): Promise<Archive> {
  let packed = 0;
  const file = typeof input === 'string' ? createReadStream(input) : Readable.from(pieces(input));
  file.on('data', (piece: Buffer) => void (packed += piece.length));
  const unpacked = createGunzip();
  file.once('error', (error: Error) => unpacked.destroy(error));
  file.pipe(unpacked);
  const reader = new TarReader(wanted, limits);
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      if (unpacked.bytesWritten > 0 && reader.seen > 16 * 1_048_576 && reader.seen > packed * limits.ratio)
        throw tooLarge();
      reader.push(chunk);
    }
  } catch (error) {
    throw error instanceof Refused ? error : damaged();
  } finally {
    file.destroy();
    unpacked.destroy();
  }
  return archiveOf(reader.end());
}

/** In pieces, so that unpacking can stop between two of them. */
function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** What is being taken from the stream: a header, or the content of an entry whose end is not there yet. */
interface Content {
  path: string | null;
  /** The name of the entry that follows, in the ways in which long names are said. */
  says: 'gnu' | 'pax' | null;
  parts: Buffer[];
  left: number;
  padding: number;
}

/** POSIX.1-1988 ustar with the long names of GNU and of POSIX.1-2001 (pax). */
class TarReader {
  seen = 0;
  #rest: Buffer = Buffer.alloc(0);
  #content: Content | null = null;
  #longName: string | null = null;
  #count = 0;
  #ended = false;
  readonly #entries: ArchiveEntry[] = [];
  readonly #wanted: (path: string) => boolean;
  readonly #limits: ArchiveLimits;

  constructor(wanted: (path: string) => boolean, limits: ArchiveLimits) {
    this.#wanted = wanted;
    this.#limits = limits;
  }

  push(chunk: Buffer): void {
    this.seen += chunk.length;
    if (this.seen > this.#limits.totalBytes) throw tooLarge();
    let at = 0;
    while (at < chunk.length && !this.#ended) {
      if (this.#content !== null) {
        at += this.#take(this.#content, chunk.subarray(at));
      } else {
        const piece = chunk.subarray(at, at + 512 - this.#rest.length);
        at += piece.length;
        this.#rest = Buffer.concat([this.#rest, piece]);
        if (this.#rest.length === 512) this.#header(this.#rest);
      }
    }
  }

  /** All entries, once the stream is over; one that stops in the middle is damaged. */
  end(): ArchiveEntry[] {
    if (this.#content !== null || (this.#rest.length > 0 && !this.#ended)) throw damaged();
    return this.#entries;
  }

  #take(content: Content, chunk: Buffer): number {
    const bytes = chunk.subarray(0, content.left);
    content.left -= bytes.length;
    // A copy: the stream uses its memory again.
    if ((content.path !== null || content.says !== null) && bytes.length > 0)
      content.parts.push(Buffer.from(bytes));
    const padding = Math.min(content.padding, chunk.length - bytes.length);
    if (content.left === 0) content.padding -= padding;
    if (content.left === 0 && content.padding === 0) this.#finish(content);
    return bytes.length + padding;
  }

  #finish({ path, says, parts }: Content): void {
    this.#content = null;
    const bytes = Buffer.concat(parts);
    if (says === 'gnu') this.#longName = bytes.toString('utf8').replace(/\0.*$/s, '');
    if (says === 'pax') this.#longName = paxPath(bytes.toString('utf8')) ?? this.#longName;
    if (path !== null)
      this.#entries.push({
        path,
        bytes: bytes.length,
        open: () => bytes,
        head: () => bytes.subarray(0, 4096),
      });
  }

  #header(header: Buffer): void {
    this.#rest = Buffer.alloc(0);
    // A block of nothing ends the archive.
    if (header.every((byte) => byte === 0)) return void (this.#ended = true);
    if (octal(header, 148, 8) !== checksumOf(header)) throw damaged();
    this.#count += 1;
    if (this.#count > this.#limits.entries) throw tooMany(this.#limits.entries);
    const size = octal(header, 124, 12);
    if (size > this.#limits.entryBytes) throw tooLarge();
    const type = String.fromCharCode(header[156]!).replace('\0', '0');
    const says = type === 'L' ? 'gnu' : type === 'x' ? 'pax' : null;
    if (says !== null && size > 65_536) throw damaged();
    const named = says === null ? (this.#longName ?? nameFrom(header)) : null;
    if (says === null && type !== 'g') this.#longName = null;
    const content: Content = {
      path: type === '0' || type === '7' ? this.#pathOf(named!) : null,
      says,
      parts: [],
      left: size,
      padding: (512 - (size % 512)) % 512,
    };
    if (says === null && !'057g'.includes(type))
      throw new Refused(t('This package holds links instead of files, so we did not open it.'));
    if (size > 0) this.#content = content;
    else this.#finish(content);
  }

  #pathOf(name: string): string | null {
    const path = safePath(name);
    return path !== '' && !isClutter(path) && this.#wanted(path) ? path : null;
  }
}

function textFrom(header: Buffer, at: number, length: number): string {
  return header.toString('utf8', at, at + length).replace(/\0.*$/s, '');
}

function nameFrom(header: Buffer): string {
  const prefix = textFrom(header, 257, 5) === 'ustar' ? textFrom(header, 345, 155) : '';
  return prefix === '' ? textFrom(header, 0, 100) : `${prefix}/${textFrom(header, 0, 100)}`;
}

function octal(header: Buffer, at: number, length: number): number {
  const digits = textFrom(header, at, length).trim();
  if (!/^[0-7]*$/.test(digits)) throw damaged();
  return digits === '' ? 0 : Number.parseInt(digits, 8);
}

/** The sum of all bytes of the header, its own eight counted as spaces. */
const checksumOf = (header: Buffer): number =>
  header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);

/** Records of the form `length key=value`. */
function paxPath(text: string): string | null {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1] ?? null;
}
