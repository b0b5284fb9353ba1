import type { Ffmpeg } from './find-ffmpeg.ts';
import { inTurn } from './in-turn.ts';
import type { MediaInput } from './input.ts';
import { probe } from './probe.ts';
import { FfmpegFailed, runFfmpeg } from './run-ffmpeg.ts';
import { openSafely } from './safe-input.ts';
import { withServedInput } from './serve-input.ts';

const RATE = 8000;
/** Between this many and twice as many peaks come of a recording, of one shorter than ten seconds fewer. */
const FEWEST = 600;
const FIRST_SAMPLES = 80;

/**
 * How loud a recording is from its beginning to its end, for drawing: about a thousand peaks at equal distances, each
 * the largest swing in its piece, 0 (silence) to 1 (the most there can be), to three places. Null without sound.
 *
 * @throws as `probe` does; what was read before a damaged place counts.
 */
export function peaks(ffmpeg: Ffmpeg, input: MediaInput, signal?: AbortSignal): Promise<number[] | null> {
  return inTurn(async () => {
    const { audio, container, durationMs } = await probe(ffmpeg, input, signal);
    if (!audio) return null;
    const found = gatherPeaks();
    await withServedInput(input, (address) =>
      runFfmpeg(
        ffmpeg.ffmpeg,
        [
          ['-v', 'error', '-nostdin', ...openSafely(address, container), '-map', `0:${audio.index}`],
          ['-ac', '1', '-ar', String(RATE), '-c:a', 'pcm_s16le', '-f', 's16le', '-'],
        ].flat(),
        { limitMs: 60_000 + durationMs, signal, onOutput: found.add },
      ),
    ).catch((error: unknown) => {
      if (!(error instanceof FfmpegFailed) || found.peaks().length === 0) throw error;
    });
    return found.peaks();
  }, signal);
}

/**
 * Takes signed 16-bit samples, the smaller byte first, in pieces of any length. Whenever there are twice as many peaks
 * as needed, each two become one, so that the length need not be known and memory stays small.
 */
export function gatherPeaks(): { add(chunk: Buffer): void; peaks(): number[] } {
  let [found, samples, inPeak, peak] = [[] as number[], FIRST_SAMPLES, 0, 0];
  let odd: number | undefined;

  const take = (low: number, high: number): void => {
    const sample = ((high << 24) >> 16) | low;
    const swing = sample < 0 ? -sample : sample;
    if (swing > peak) peak = swing;
    inPeak += 1;
    if (inPeak < samples) return;
    found.push(peak);
    inPeak = 0;
    peak = 0;
    if (found.length < 2 * FEWEST) return;
    found = Array.from({ length: FEWEST }, (_, i) => Math.max(found[2 * i]!, found[2 * i + 1]!));
    samples *= 2;
  };

  return {
    add(chunk) {
      let at = 0;
      if (odd !== undefined && chunk.length > 0) {
        take(odd, chunk[0]!);
        odd = undefined;
        at = 1;
      }
      for (; at + 1 < chunk.length; at += 2) take(chunk[at]!, chunk[at + 1]!);
      if (at < chunk.length) odd = chunk[at];
    },
    peaks: () =>
      (inPeak > 0 ? [...found, peak] : found).map((swing) => Math.round((swing / 32_768) * 1000) / 1000),
  };
}
