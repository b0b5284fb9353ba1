import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ffmpeg } from './find-ffmpeg.ts';
import { inTurn, THREADS } from './in-turn.ts';
import { fileInput, type MediaInput } from './input.ts';
import { probe, type Probed, Unreadable } from './probe.ts';
import { readProgress } from './progress.ts';
import { canBeCopied, type Changes, resultWords } from './recipe.ts';
import { FfmpegFailed, runFfmpeg } from './run-ffmpeg.ts';
import { openSafely } from './safe-input.ts';
import { withServedInput } from './serve-input.ts';

interface MakeOptions extends Changes {
  /** A folder that only this program may read; the result is written there in plain. */
  folder: string;
  signal?: AbortSignal | undefined;
  /** Told how much is done, from 0 to 1, never less than before. */
  onProgress?: (share: number) => void;
}

export interface Playable {
  /** A new file in `folder`, the caller's to move or remove. */
  path: string;
  mediaType: 'video/mp4' | 'audio/mp4';
  /** Of what was written. */
  durationMs: number;
  /** Of what was asked for, as the recording said; clearly longer than `durationMs` where its end is missing. */
  expectedMs: number;
  /** In pixels, upright; null for sound alone. */
  width: number | null;
  height: number | null;
  /** Whether pictures and sound are the very ones that were recorded, only packed anew. */
  copied: boolean;
}

/** Nothing shorter is made: a slip of the hand, not a part anybody wants. */
const SHORTEST_MS = 200;

/**
 * Makes of a recording what every browser plays: MP4 with H.264 and AAC, upright, at most 1280 pixels on its long side
 * and 30 pictures a second, ready to play before it has wholly arrived; of sound alone, M4A with AAC. Place,
 * device, time and title are left out, chapters and other tracks too. A part past the end is cut at the end.
 *
 * One recording is worked on at a time, behind everything else, and for at most five minutes and ten times the length.
 * @throws Unreadable, TookTooLong, FfmpegFailed, the reason of `signal`, or whatever went wrong while `input` was
 * read; then no file is left and no process runs.
 */
export function makePlayable(ffmpeg: Ffmpeg, input: MediaInput, options: MakeOptions): Promise<Playable> {
  return inTurn(() => make(ffmpeg, input, options), options.signal);
}

async function make(ffmpeg: Ffmpeg, input: MediaInput, options: MakeOptions): Promise<Playable> {
  const { folder, signal } = options;
  const probed = await probe(ffmpeg, input, signal);
  const trim = options.trim && within(options.trim, probed.durationMs);
  const copied = canBeCopied(probed, input.bytes, { ...options, trim });
  const path = join(folder, `${randomUUID()}.${probed.video ? 'mp4' : 'm4a'}`);
  try {
    await write(ffmpeg, input, probed, path, copied, { ...options, trim });
    const made = await probe(ffmpeg, await fileInput(path), signal);
    options.onProgress?.(1);
    return {
      path,
      mediaType: probed.video ? 'video/mp4' : 'audio/mp4',
      durationMs: made.durationMs,
      expectedMs: trim ? trim.toMs - trim.fromMs : probed.durationMs,
      width: made.video?.width ?? null,
      height: made.video?.height ?? null,
      copied,
    };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function write(
  ffmpeg: Ffmpeg,
  input: MediaInput,
  probed: Probed,
  path: string,
  copy: boolean,
  { trim, rotate, signal, onProgress }: MakeOptions,
): Promise<void> {
  const length = trim ? trim.toMs - trim.fromMs : probed.durationMs;
  let told = 0;
  const tell = (ms: number): void => {
    const share = Math.min(1, ms / length);
    if (share <= told) return;
    told = share;
    onProgress?.(share);
  };
  const threads = copy ? [] : ['-threads', THREADS];
  const first = trim ? [...threads, '-ss', seconds(trim.fromMs)] : threads;
  await withServedInput(input, (address) =>
    runFfmpeg(
      ffmpeg.ffmpeg,
      [
        ['-v', 'error', '-nostdin', '-nostats', '-n', '-filter_threads', '1', '-progress', 'pipe:1'],
        openSafely(address, probed.container, first),
        resultWords(probed, copy, rotate),
        trim ? ['-t', seconds(length)] : [],
        threads,
        path,
      ].flat(),
      { limitMs: 300_000 + 10 * length, signal, onOutput: readProgress(tell) },
    ),
  ).catch((error: unknown) => {
    if (error instanceof FfmpegFailed && /Invalid data found/.test(error.complaint))
      throw new Unreadable('damaged', error);
    throw error;
  });
}

/** The part as far as there is anything; the whole when it is the whole. */
function within({ fromMs, toMs }: NonNullable<Changes['trim']>, durationMs: number): Changes['trim'] {
  const from = Math.max(0, Math.min(fromMs, durationMs - SHORTEST_MS));
  const to = Math.min(durationMs, Math.max(toMs, from + SHORTEST_MS));
  return from <= 0 && to >= durationMs ? undefined : { fromMs: from, toMs: to };
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);
