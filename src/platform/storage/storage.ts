import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { NotFound, Refused } from '../errors.ts';
import { HEAD_BYTES, mediaTypeOf, TAIL_BYTES } from './media-type.ts';
import { stripJpeg } from './metadata/jpeg.ts';
import { stripPng } from './metadata/png.ts';
import { stripWebp } from './metadata/webp.ts';
import { type Named, sweepUnnamed } from './sweep-unnamed.ts';

/** What is known of a kept file; `sha256` (hexadecimal) and `bytes` are of what is kept, not of what was sent. */
interface StoredFile {
  sha256: string;
  bytes: number;
  mediaType: string;
}

export interface Storage {
  /**
   * Keeps a file. Pictures (JPEG, PNG, WebP) lose their metadata first. The same content twice is kept once.
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
        await writeAll(draft, content, maxBytes);
        const mediaType = await readMediaType(draft);
        await stripMetadata(draft, mediaType);
        const { sha256, bytes } = await fingerprint(draft);
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

    async sweep(before) {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      let swept = 0;
      for (const name of await readdir(incoming)) {
        const draft = path.join(incoming, name);
        const found = await stat(draft).catch(() => null);
        if (!found || found.mtime >= before) continue;
        await rm(draft, { force: true });
        swept += 1;
      }
      return swept;
    },

    sweepUnnamed: (before, named) => sweepUnnamed(folder, before, named),
  };
}

/** Throws NotFound for anything but a fingerprint, so that no path can be made out of one. */
function homeOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new NotFound('This file is no longer kept here.');
  return path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function writeAll(target: string, content: Readable | Uint8Array, maxBytes: number): Promise<void> {
  const file = await open(target, 'wx', 0o600);
  try {
    let bytes = 0;
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      const part = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
      bytes += part.byteLength;
      if (bytes > maxBytes)
        throw new Refused(`This file is larger than ${inWords(maxBytes)}, the most that fits here.`);
      await file.writeFile(part);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readMediaType(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    return mediaTypeOf(
      await readPart(handle, 0, Math.min(HEAD_BYTES, size)),
      await readPart(handle, Math.max(0, size - TAIL_BYTES), Math.min(TAIL_BYTES, size)),
    );
  } finally {
    await handle.close();
  }
}

async function readPart(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function stripMetadata(file: string, mediaType: string): Promise<void> {
  const strip = STRIP.get(mediaType);
  if (!strip) return;
  if ((await stat(file)).size > MAX_PICTURE_BYTES) {
    throw new Refused(
      `This picture is larger than ${inWords(MAX_PICTURE_BYTES)}, the most a picture can have here.`,
    );
  }
  const stripped = strip(await readFile(file));
  await rm(file);
  await writeAll(file, stripped, Infinity);
}

async function fingerprint(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Makes a rename last through a power cut. Windows knows no such thing and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function inWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${Math.floor(bytes / 1024 / 1024)} MB`;
  return bytes >= 1024 ? `${Math.floor(bytes / 1024)} KB` : `${bytes} bytes`;
}
