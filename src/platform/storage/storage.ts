import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NotFound, Refused } from '../errors.ts';
import { clearUntouched } from './clear-untouched.ts';
import { HEAD_BYTES, mediaTypeOf, TAIL_BYTES } from './media-type.ts';
import { stripHeic } from './metadata/heic.ts';
import { stripJpeg } from './metadata/jpeg.ts';
import { stripPng } from './metadata/png.ts';
import { stripWebp } from './metadata/webp.ts';
import { sizeInWords } from './size-in-words.ts';
import { type Named, sweepUnnamed } from './sweep-unnamed.ts';
import { syncFolder } from './sync-folder.ts';

/** What is known of a kept file; `sha256` (hexadecimal) and `bytes` are of what is kept, not of what was sent. */
interface StoredFile {
  sha256: string;
  bytes: number;
  mediaType: string;
}

export interface Storage {
  /**
   * Keeps a file. Pictures (JPEG, PNG, WebP, HEIC) lose their metadata first. The same content twice is kept once.
   * Throws Refused when it is longer than `maxBytes` or when a picture cannot be read; then nothing is kept.
   */
  put(content: Readable | Uint8Array, limits: { maxBytes: number }): Promise<StoredFile>;
  /** Streams a file, or the bytes from `start` to `end` (both included). Throws NotFound when it is not kept. */
  open(sha256: string, range?: { start: number; end: number }): Promise<Readable>;
  /**
   * Forgets a file; nothing happens when it is not there. Several rows, of several owners, may name the
   * same content: call this only when none does.
   */
  remove(sha256: string): Promise<void>;
  /** Clears away what a power cut left half written before `before`. Returns how many there were. */
  sweep(before: Date): Promise<number>;
  /**
   * Removes what was kept before `before` and is not in what `named` answers of the fingerprints it is
   * asked about, a few hundred at a time. Returns how many went.
   */
  sweepUnnamed(before: Date, named: Named): Promise<number>;
}

/** A picture is read whole to strip it, so its size is bounded by memory as well as by `maxBytes`. */
const MAX_PICTURE_BYTES = 50 * 1024 * 1024;

const STRIP = new Map([
  ['image/jpeg', stripJpeg],
  ['image/png', stripPng],
  ['image/webp', stripWebp],
  ['image/heic', stripHeic],
]);

/**
 * Files in a folder, each under the SHA-256 of its content (`folder/ab/cd/abcd…`). A file is written
 * under a passing name in `folder/incoming`, forced to disk and then renamed, so that a name either
 * stands for the whole content or does not exist.
 */
export function createStorage({ folder }: { folder: string }): Storage {
  const incoming = path.join(folder, 'incoming');

  return {
    async put(content, { maxBytes }) {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const draft = path.join(incoming, randomUUID());
      try {
        const sent = await write(draft, content, maxBytes);
        const mediaType = mediaTypeOf(sent.head, sent.tail);
        const strip = STRIP.get(mediaType);
        const { sha256, bytes } = strip ? await strippedOf(draft, sent.bytes, strip) : sent;
        const home = homeOf(folder, sha256);
        await mkdir(path.dirname(home), { recursive: true, mode: 0o700 });
        await rename(draft, home);
        await syncFolder(path.dirname(home));
        return { sha256, bytes, mediaType };
      } finally {
        await rm(draft, { force: true });
      }
    },

    async open(sha256, range) {
      const home = homeOf(folder, sha256);
      const handle = await open(home, 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') throw new NotFound('This file is no longer kept here.');
        throw error;
      });
      return handle.createReadStream(range);
    },

    async remove(sha256) {
      await rm(homeOf(folder, sha256), { force: true });
    },

    sweep: (before) => clearUntouched(incoming, before),
    sweepUnnamed: (before, named) =>
      sweepUnnamed({ folder, way: [SHELF, SHELF, FINGERPRINT] }, before, named),
  };
}

const SHELF = /^[0-9a-f]{2}$/;
const FINGERPRINT = /^[0-9a-f]{64}$/;

/** Throws NotFound for anything but a fingerprint, so that no path can be made out of one. */
function homeOf(folder: string, sha256: string): string {
  if (!FINGERPRINT.test(sha256)) throw new NotFound('This file is no longer kept here.');
  return path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** What is known of a file once it is written: its length, its fingerprint, its first and its last bytes. */
interface Written {
  bytes: number;
  sha256: string;
  head: Buffer;
  tail: Buffer;
}

/** Writes a new file to disk, for good. Throws Refused as soon as it is longer than `maxBytes`. */
async function write(target: string, content: Readable | Uint8Array, maxBytes: number): Promise<Written> {
  const hash = createHash('sha256');
  let [bytes, head, tail] = [0, Buffer.alloc(0), Buffer.alloc(0)];
  async function* noting(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      const part = Buffer.from(chunk as Uint8Array);
      bytes += part.length;
      if (bytes > maxBytes)
        throw new Refused(`This file is larger than ${sizeInWords(maxBytes)}, the most that fits here.`);
      hash.update(part);
      head = Buffer.concat([head, part.subarray(0, HEAD_BYTES - head.length)]);
      tail = Buffer.concat([tail, part]).subarray(-TAIL_BYTES);
      yield part;
    }
  }
  const source = content instanceof Uint8Array ? Readable.from([content]) : content;
  await pipeline(source, noting, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }));
  return { bytes, sha256: hash.digest('hex'), head, tail };
}

/** Puts a picture without its metadata in the place of the picture. */
async function strippedOf(file: string, bytes: number, strip: (picture: Buffer) => Buffer): Promise<Written> {
  if (bytes > MAX_PICTURE_BYTES)
    throw new Refused(
      `This picture is larger than ${sizeInWords(MAX_PICTURE_BYTES)}, the most a picture can have here.`,
    );
  const stripped = strip(await readFile(file));
  await rm(file);
  return write(file, stripped, Infinity);
}
