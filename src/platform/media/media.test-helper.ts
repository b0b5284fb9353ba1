import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ensureFfmpeg } from '#test/media/ensure-ffmpeg.ts';
import { media, type MediaName } from '#test/media/make-media.ts';
import { fileInput, type MediaInput } from './input.ts';

export const recording = async (name: MediaName): Promise<MediaInput> => fileInput(await media(name));

export const inputOf = (content: Buffer): MediaInput => ({
  bytes: content.length,
  open: async ({ start, end }) => Readable.from([content.subarray(start, end + 1)]),
});

/** The same recording as from a slow disk: `pieces` of it, with a rest before each. */
export function slowly(content: Buffer, pieces: number, restMs: number): MediaInput {
  const size = Math.ceil(content.length / pieces);
  return {
    bytes: content.length,
    open: async ({ start, end }) =>
      Readable.from(
        (async function* () {
          for (let at = start; at <= end; at += size) {
            await wait(restMs);
            yield content.subarray(at, Math.min(at + size, end + 1));
          }
        })(),
      ),
  };
}

/** A folder for the length of `work`. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-made-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Red, green and blue of the first picture of a film or a JPEG, near its upper left corner. */
export async function upperLeft(path: string): Promise<number[]> {
  const { ffmpeg } = await ensureFfmpeg();
  const words = ['-v', 'error', '-i', path, '-frames:v', '1', '-vf', 'crop=2:2:20:20', '-pix_fmt', 'rgb24'];
  const { stdout } = await promisify(execFile)(ffmpeg, [...words, '-f', 'rawvideo', '-'], {
    encoding: 'buffer',
  });
  return [...stdout.subarray(0, 3)];
}
