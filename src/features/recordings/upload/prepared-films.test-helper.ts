import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';
import { ensureFfmpeg } from '#test/media/ensure-ffmpeg.ts';

/** Films to try with, made by ffmpeg, and what ffmpeg sees and hears in them: nothing of ours looks at itself. */
const run = promisify(execFile);
const programs = await ensureFfmpeg();

const folder = await mkdtemp(join(tmpdir(), 'staffroom-films-'));
after(() => rm(folder, { recursive: true, force: true }));

export const width = 320;
export const height = 180;
/** In seconds. */
export const length = 4;
/** What a phone writes into its films: where it was, and what it is. */
export const place = '+52.4150-004.0830/';
export const camera = 'Camera of a phone';

/**
 * Squares of 10 pixels, black and white, everywhere; red in the upper left corner, and at the lower edge blue in the
 * first two seconds and green after. A tone of 440 Hz all through.
 */
const picture = [
  `color=gray:size=${width}x${height}:rate=20:duration=${length}`,
  `geq=lum='if(mod(floor(X/10)+floor(Y/10),2),235,16)':cb=128:cr=128`,
  'drawbox=x=0:y=0:w=40:h=40:color=red:t=fill',
  `drawbox=x=0:y=${height - 20}:w=${width}:h=20:color=blue:t=fill:enable='lt(t,2)'`,
  `drawbox=x=0:y=${height - 20}:w=${width}:h=20:color=lime:t=fill:enable='gte(t,2)'`,
].join(',');

const encoders = {
  webm: ['-c:v', 'libvpx', '-b:v', '1M', '-deadline', 'realtime', '-c:a', 'libopus'],
  mp4: ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '20', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
};

const made: Record<string, Promise<string>> = {};

/** The path of a film as a browser (WebM, VP8, Opus) or a phone (MP4, H.264, AAC, with its place) records it. */
export const filmed = (ending: keyof typeof encoders): Promise<string> => (made[ending] ??= film(ending));

/** The film of the phone as it is recorded with the phone upright: encoded lying, with a note that it is to be turned. */
export const filmedUpright = (): Promise<string> => (made['upright'] ??= upright());

async function film(ending: keyof typeof encoders): Promise<string> {
  const path = pathFor(`lesson.${ending}`);
  const sound = `sine=frequency=440:sample_rate=48000:duration=${length}`;
  const described =
    ending === 'mp4'
      ? ['-movflags', 'use_metadata_tags', '-metadata', `location=${place}`, '-metadata', `model=${camera}`]
      : [];
  const inputs = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound];
  await ffmpeg([...inputs, ...encoders[ending], ...described, path]);
  return path;
}

async function upright(): Promise<string> {
  const path = pathFor('upright.mp4');
  await ffmpeg(['-i', await filmed('mp4'), '-c', 'copy', '-metadata:s:v', 'rotate=90', path]);
  return path;
}

const ffmpeg = (words: string[]) => run(programs.ffmpeg, ['-v', 'error', '-y', ...words]);

export const pathFor = (name: string): string => join(folder, name);

/** The picture at a moment, in seconds: red, green and blue of each pixel, line by line. */
export async function pictureAt(path: string, moment: number): Promise<Picture> {
  const bytes = await decoded(path, moment, ['-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgb24']);
  const asked = 'stream=width,height:stream_side_data=rotation';
  const { stdout } = await probe(['-select_streams', 'v', '-show_entries', asked, '-of', 'json', path]);
  const [stream] = (JSON.parse(stdout) as { streams: Stream[] }).streams;
  const turned = Math.abs(stream!.side_data_list?.[0]?.rotation ?? 0) % 180 === 90;
  const [across, down] = [stream!.width, stream!.height];
  return { width: turned ? down : across, height: turned ? across : down, bytes };
}

interface Stream {
  width: number;
  height: number;
  side_data_list?: { rotation?: number }[];
}

export interface Picture {
  width: number;
  height: number;
  bytes: Buffer;
}

/** How loud it is from one moment until another: the largest sample, from 0 to 1. */
export async function loudness(path: string, from: number, until: number): Promise<number> {
  const bytes = await decoded(path, from, ['-t', String(until - from), '-f', 'f32le', '-ac', '1']);
  const samples = new Float32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 4));
  return samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
}

const probe = (words: string[]) => run(programs.ffprobe, ['-v', 'error', ...words]);

/** In seconds. */
export async function lengthOf(path: string): Promise<number> {
  const { stdout } = await probe(['-show_entries', 'format=duration', '-of', 'csv=p=0', path]);
  return Number(stdout);
}

/** 'video' and 'audio', as far as they are in it. */
export async function tracksOf(path: string): Promise<string[]> {
  const { stdout } = await probe(['-show_entries', 'stream=codec_type', '-of', 'csv=p=0', path]);
  return stdout.trim().split('\n').toSorted();
}

async function decoded(path: string, from: number, as: string[]): Promise<Buffer> {
  // Sought after decoding, so that the moment is exact.
  const { stdout } = await run(
    programs.ffmpeg,
    ['-v', 'error', '-i', path, '-ss', String(from), ...as, '-'],
    {
      encoding: 'buffer',
      maxBuffer: 2 ** 26,
    },
  );
  return stdout;
}

/** Shares of the picture: from its upper left corner. */
export interface Spot {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How much light and dark differ within a spot (standard deviation, 0 to 127): over 90 where the squares are seen. */
export function contrast(picture: Picture, spot: Spot): number {
  const lights = [...pixels(picture, spot)].map(([red, green, blue]) => (red + green + blue) / 3);
  const mean = lights.reduce((sum, light) => sum + light, 0) / lights.length;
  return Math.sqrt(lights.reduce((sum, light) => sum + (light - mean) ** 2, 0) / lights.length);
}

/** The mean red, green and blue within a spot. */
export function colour(picture: Picture, spot: Spot): [red: number, green: number, blue: number] {
  const all = [...pixels(picture, spot)];
  const mean = (index: number): number => all.reduce((sum, pixel) => sum + pixel[index]!, 0) / all.length;
  return [mean(0), mean(1), mean(2)];
}

function* pixels(picture: Picture, spot: Spot): Generator<[number, number, number]> {
  const { width: across, height: down, bytes } = picture;
  for (let y = Math.round(spot.y * down); y < Math.round((spot.y + spot.height) * down); y++)
    for (let x = Math.round(spot.x * across); x < Math.round((spot.x + spot.width) * across); x++) {
      const at = (y * across + x) * 3;
      yield [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!];
    }
}
