import { HEAD_BYTES, mediaTypeOf } from '../storage/media-type.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';
import type { MediaInput } from './input.ts';
import { readReport, type Sound, type Video } from './report.ts';
import { FfmpegFailed, runFfmpeg } from './run-ffmpeg.ts';
import { mayHoldRecording, openSafely } from './safe-input.ts';
import { withServedInput } from './serve-input.ts';
import { readProgress } from './progress.ts';

/** What is known of a recording once it was looked into. */
export interface Probed {
  /** The type of its container, from its first bytes, such as 'video/mp4'. */
  container: string;
  /** The type to hand it out as: as `container`, but 'audio/…' when there are no pictures in it. */
  mediaType: string;
  /** As it says itself; where it does not, as it was measured. What is missing at its end is not known yet. */
  durationMs: number;
  video: Video | null;
  audio: Sound | null;
}

/**
 * Why a file cannot be played: 'not a recording' (something else, whatever its name), 'damaged' (its table of contents
 * is missing, as when sending was cut short), 'empty' (neither picture nor sound that can be read).
 */
export class Unreadable extends Error {
  readonly why: 'not a recording' | 'damaged' | 'empty';
  constructor(why: Unreadable['why'], cause?: unknown) {
    super(`This file cannot be played: ${why}.`, { cause });
    this.why = why;
  }
}

const LOOK_MS = 60_000;
const MEASURE_MS = 900_000;
const MOST_REPORT = 4_000_000;

/** @throws Unreadable, or whatever went wrong while `input` was read. */
export async function probe(ffmpeg: Ffmpeg, input: MediaInput, signal?: AbortSignal): Promise<Probed> {
  const container = mediaTypeOf(await headOf(input));
  if (!mayHoldRecording(container)) throw new Unreadable('not a recording');
  return withServedInput(input, async (address) => {
    const report = await lookInto(ffmpeg, address, container, signal);
    const { video, audio, durationMs: said } = readReport(report);
    if (!video && !audio) throw new Unreadable('empty');
    const durationMs = said ?? (await measure(ffmpeg, address, container, signal));
    if (durationMs <= 0) throw new Unreadable('empty');
    const mediaType = video ? container : container.replace(/^video\/(x-)?/, 'audio/$1');
    return { container, mediaType, durationMs, video, audio };
  });
}

async function headOf(input: MediaInput): Promise<Buffer> {
  if (input.bytes === 0) return Buffer.alloc(0);
  const parts: Buffer[] = [];
  const source = await input.open({ start: 0, end: Math.min(HEAD_BYTES, input.bytes) - 1 });
  for await (const part of source as AsyncIterable<Uint8Array>) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

async function lookInto(
  ffmpeg: Ffmpeg,
  address: string,
  container: string,
  signal?: AbortSignal,
): Promise<unknown> {
  const words = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams'];
  let report = '';
  try {
    await runFfmpeg(ffmpeg.ffprobe, [...words, ...openSafely(address, container)], {
      limitMs: LOOK_MS,
      signal,
      onOutput: (chunk) => {
        if (report.length < MOST_REPORT) report += chunk.toString();
      },
    });
    return JSON.parse(report);
  } catch (error) {
    if (error instanceof FfmpegFailed || error instanceof SyntaxError) throw new Unreadable('damaged', error);
    throw error;
  }
}

/** The length of a recording that does not say it, as those of a browser's recorder: it is read through, not decoded. */
async function measure(
  ffmpeg: Ffmpeg,
  address: string,
  container: string,
  signal?: AbortSignal,
): Promise<number> {
  let reached = 0;
  const words = ['-map', '0', '-c', 'copy', '-f', 'null', '-progress', 'pipe:1', '-'];
  await runFfmpeg(
    ffmpeg.ffmpeg,
    ['-v', 'error', '-nostdin', '-nostats', ...openSafely(address, container), ...words],
    { limitMs: MEASURE_MS, signal, onOutput: readProgress((ms) => (reached = Math.max(reached, ms))) },
  ).catch((error: unknown) => {
    // What could be read up to a damaged place counts.
    if (!(error instanceof FfmpegFailed) || reached === 0) throw error;
  });
  return reached;
}
