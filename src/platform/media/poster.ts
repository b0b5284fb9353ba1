import type { Ffmpeg } from './find-ffmpeg.ts';
import { inTurn, THREADS } from './in-turn.ts';
import type { MediaInput } from './input.ts';
import { probe, type Probed } from './probe.ts';
import { sizeShown } from './recipe.ts';
import { FfmpegFailed, runFfmpeg } from './run-ffmpeg.ts';
import { openSafely } from './safe-input.ts';
import { withServedInput } from './serve-input.ts';

const WIDEST = 640;
const LIMIT_MS = 120_000;

/**
 * One picture of a recording as JPEG, upright, at most 640 pixels wide: what is seen at a tenth of its length, or at its
 * beginning where that cannot be read. Null for sound alone and where no picture can be read at all.
 *
 * @throws as `probe` does.
 */
export function poster(ffmpeg: Ffmpeg, input: MediaInput, signal?: AbortSignal): Promise<Buffer | null> {
  return inTurn(async () => {
    const probed = await probe(ffmpeg, input, signal);
    if (!probed.video) return null;
    return (
      (await pictureAt(ffmpeg, input, probed, probed.durationMs / 10, signal)) ??
      (await pictureAt(ffmpeg, input, probed, 0, signal))
    );
  }, signal);
}

async function pictureAt(
  ffmpeg: Ffmpeg,
  input: MediaInput,
  { video, container }: Probed,
  atMs: number,
  signal?: AbortSignal,
): Promise<Buffer | null> {
  if (!video) return null;
  const shown = sizeShown(video);
  const width = Math.min(WIDEST, shown.width);
  const height = Math.max(2, Math.round((shown.height * width) / shown.width / 2) * 2);
  const parts: Buffer[] = [];
  const first = ['-threads', THREADS, ...(atMs > 0 ? ['-ss', (atMs / 1000).toFixed(3)] : [])];
  try {
    await withServedInput(input, (address) =>
      runFfmpeg(
        ffmpeg.ffmpeg,
        [
          ['-v', 'error', '-nostdin', ...openSafely(address, container, first)],
          ['-map', `0:${video.index}`, '-frames:v', '1', '-vf', `scale=${width}:${height}`],
          ['-pix_fmt', 'yuvj420p', '-q:v', '4', '-flags:v', '+bitexact', '-map_metadata', '-1'],
          ['-c:v', 'mjpeg', '-f', 'image2pipe', '-'],
        ].flat(),
        { limitMs: LIMIT_MS, signal, onOutput: (chunk) => void parts.push(chunk) },
      ),
    );
  } catch (error) {
    if (error instanceof FfmpegFailed) return null;
    throw error;
  }
  return parts.length > 0 ? Buffer.concat(parts) : null;
}
