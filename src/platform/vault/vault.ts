import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { NotFound } from '../errors.ts';
import { clearUntouched } from '../storage/clear-untouched.ts';
import { type Named, sweepUnnamed } from '../storage/sweep-unnamed.ts';
import { syncFolder } from '../storage/sync-folder.ts';
import { BeingWritten, NotAtTheEnd } from './errors.ts';
import { type Range, readRange } from './read-range.ts';
import { lengthOfWhole, readEnd, readSegment, type SealedFile } from './sealed-file.ts';
import { laidOut, sealHead, SEGMENT } from './segments.ts';
import { type Source, takeIn } from './take-in.ts';
import { makeWorkFolder, type WorkFolder } from './work-folders.ts';
import { SegmentWriter } from './write-segments.ts';

export type { Range, Source, WorkFolder };

export interface AppendLimits {
  /** The most that the whole file may hold, in bytes: what is there already counts. */
  maxBytes: number;
  /**
   * What comes of a source that breaks off, as when a line is cut. What arrived is kept and on disk either way;
   * 'throws' (unless given) passes the source's error on, 'ends' answers as if it had come to its end.
   */
  whenCut?: 'throws' | 'ends';
}

/**
 * Sealed files, each under an id (a UUID) and a key of 32 bytes (keys.ts). Lengths and offsets are of the content,
 * never of what lies on the disk. Whatever was changed, shortened, swapped or opened with another key gives
 * `Damaged`, never wrong bytes. All but `create`, `seal`, `remove` and `length` throw NotFound for an id that is not
 * kept.
 */
export interface Vault {
  /** Begins an empty file, to be added to. Throws when there is one of this id. */
  create(id: string, key: Buffer): Promise<void>;
  /**
   * Adds to a file at its end, `offset`, and answers how long it is then, once that is on disk. Throws
   * NotAtTheEnd when it goes on elsewhere (nothing is written), TooLarge beyond `maxBytes` (what fits is
   * kept), BeingWritten when this process is adding to it already and does not end within five seconds, and the
   * source's own error. Two processes must not add to one file at once: they would spoil it, and `Damaged` says so.
   */
  append(
    id: string,
    key: Buffer,
    offset: number,
    source: Source,
    limits: AppendLimits,
  ): Promise<{ bytes: number }>;
  /**
   * Keeps a whole file at once, in the place of one of this id. It is there whole or not at all. `sha256` (hexadecimal)
   * and `bytes` are of its content. Throws TooLarge beyond `maxBytes`, when given.
   */
  seal(
    id: string,
    key: Buffer,
    source: Source,
    limits?: { maxBytes: number },
  ): Promise<{ bytes: number; sha256: string }>;
  /** Streams a file or a part of it, reading no more of it than that and its end. Throws RangeError for a part beyond the end. */
  open(id: string, key: Buffer, range?: Range): Promise<Readable>;
  /** SHA-256 of the content, hexadecimal. Reads all of it. */
  digest(id: string, key: Buffer): Promise<string>;
  /** Shortens a file to so many bytes of its content. Throws RangeError when it is shorter. */
  truncate(id: string, key: Buffer, length: number): Promise<void>;
  /**
   * How many bytes of content are kept; null when the file is not there. After a power cut this may be up to
   * 64 KiB less than was once answered: with the key it is what can be opened and gone on from, without it what
   * the length on disk says.
   */
  length(id: string, key?: Buffer): Promise<number | null>;
  /** Forgets a file; nothing happens when it is not there. */
  remove(id: string): Promise<void>;
  /**
   * Removes what was last written before `before` and is not in what `named` answers of the ids it is asked
   * about, a few hundred at a time. Returns how many went.
   */
  sweepUnnamed(before: Date, named: Named): Promise<number>;
  /** A folder that nobody else on the machine can look into, for a moment: `remove` it when done. */
  workFolder(): Promise<WorkFolder>;
  /**
   * Clears what a power cut left of work folders and of files half sealed, where nothing was touched since
   * `before`. A work folder in use is touched every minute. Returns how many went.
   */
  sweepWork(before: Date): Promise<number>;
}

/**
 * A vault in a folder: `folder/<last two of the id>/<id>`, since ids of one day begin alike. What is sealed at
 * once is written under a passing name in `folder/incoming`, forced to disk and then renamed. `waits`, in
 * milliseconds, is for a change of the same file under way, as of an upload whose line was cut just now.
 */
export function createVault({ folder, waits = 5000 }: { folder: string; waits?: number }): Vault {
  const incoming = path.join(folder, 'incoming');
  const work = path.join(folder, 'work');
  /** The files that this process is changing just now, and when each is done. */
  const changing = new Map<string, Promise<unknown>>();

  const vault: Vault = {
    async create(id, key) {
      const home = homeOf(folder, id);
      await mkdir(path.dirname(home), { recursive: true, mode: 0o700 });
      const handle = await open(home, 'wx', 0o600);
      try {
        await handle.writeFile(sealHead(key, id));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await syncFolder(path.dirname(home));
    },

    append: (id, key, offset, source, { maxBytes, whenCut = 'throws' }) =>
      change(id, key, async (file) => {
        const end = await readEnd(file);
        if (end.length !== offset) throw new NotAtTheEnd(end.length);
        const writer = new SegmentWriter(file, end.index, end.content);
        async function* untilCut(): AsyncGenerator<Uint8Array> {
          try {
            yield* source;
          } catch (error) {
            if (whenCut === 'throws') throw error;
          }
        }
        try {
          await takeIn(writer, untilCut(), maxBytes);
        } finally {
          if (!end.closed || writer.length > end.length) await writer.close();
        }
        return { bytes: writer.length };
      }),

    async seal(id, key, source, limits) {
      const home = homeOf(folder, id);
      const draft = path.join(incoming, randomUUID());
      const hash = createHash('sha256');
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      try {
        const handle = await open(draft, 'wx+', 0o600);
        let bytes: number;
        try {
          await handle.writeFile(sealHead(key, id));
          const writer = new SegmentWriter({ handle, id, key }, 0, Buffer.alloc(0));
          await takeIn(writer, source, limits?.maxBytes ?? Infinity, (piece) => hash.update(piece));
          await writer.close();
          bytes = writer.length;
        } finally {
          await handle.close();
        }
        await mkdir(path.dirname(home), { recursive: true, mode: 0o700 });
        await rename(draft, home);
        await syncFolder(path.dirname(home));
        return { bytes, sha256: hash.digest('hex') };
      } finally {
        await rm(draft, { force: true });
      }
    },

    async open(id, key, range) {
      const file = await openFile(id, key, 'r');
      try {
        const length = await lengthOfWhole(file);
        const { start, end } = range ?? { start: 0, end: length - 1 };
        if (range && (start < 0 || start > end || end >= length))
          throw new RangeError(`Bytes ${start} to ${end} are not all within ${length}.`);
        return readRange(file, length, { start, end });
      } catch (error) {
        await file.handle.close();
        throw error;
      }
    },

    async digest(id, key) {
      const hash = createHash('sha256');
      for await (const piece of await vault.open(id, key)) hash.update(piece as Buffer);
      return hash.digest('hex');
    },

    truncate: (id, key, length) =>
      change(id, key, async (file) => {
        const end = await readEnd(file);
        if (length < 0 || length > end.length)
          throw new RangeError(`${length} bytes are more than the ${end.length} there are.`);
        if (length === end.length && end.closed) return;
        const index = Math.max(0, Math.ceil(length / SEGMENT) - 1);
        const content = index === end.index ? end.content : await readSegment(file, index, false);
        await new SegmentWriter(file, index, content.subarray(0, length - index * SEGMENT)).close();
      }),

    async length(id, key) {
      const found = await stat(homeOf(folder, id)).catch(whenAbsent(() => null));
      if (!found || !key) return found && laidOut(found.size).length;
      await changeOver(id);
      const file = await openFile(id, key, 'r');
      return readEnd(file)
        .then(({ length }) => length)
        .finally(() => file.handle.close());
    },

    async remove(id) {
      await rm(homeOf(folder, id), { force: true });
    },

    sweepUnnamed: (before, named) => sweepUnnamed({ folder, way: [SHELF, SEALED_NAME] }, before, named),
    workFolder: () => makeWorkFolder(work),
    sweepWork: async (before) =>
      (await clearUntouched(work, before)) + (await clearUntouched(incoming, before)),
  };

  async function openFile(id: string, key: Buffer, flags: 'r' | 'r+'): Promise<SealedFile> {
    const handle = await open(homeOf(folder, id), flags).catch(
      whenAbsent((): never => {
        throw notKept();
      }),
    );
    return { handle, id, key };
  }

  /** Changes one file, after whatever is changing it now. */
  async function change<T>(id: string, key: Buffer, how: (file: SealedFile) => Promise<T>): Promise<T> {
    await changeOver(id);
    if (changing.has(id)) throw new BeingWritten();
    const done = openFile(id, key, 'r+').then((file) => how(file).finally(() => file.handle.close()));
    changing.set(id, done);
    return done.finally(() => changing.delete(id));
  }

  /** When no change of this file is under way any more, or one has waited long enough. */
  const changeOver = async (id: string): Promise<void> => {
    const under = changing.get(id);
    if (under) await Promise.race([under.catch(() => {}), pause(waits, undefined, { ref: false })]);
  };

  return vault;
}

const SHELF = /^[0-9a-f]{2}$/;
const SEALED_NAME = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Throws NotFound for anything but an id, so that no path can be made out of one. */
function homeOf(folder: string, id: string): string {
  if (!SEALED_NAME.test(id)) throw notKept();
  return path.join(folder, id.slice(-2), id);
}

const notKept = (): NotFound => new NotFound('This recording is no longer kept here.');

const whenAbsent =
  <T>(then: () => T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return then();
    throw error;
  };
