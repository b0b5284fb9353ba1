import { createHash } from 'node:crypto';
import {
  access,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { remembered } from '#platform/remembered.ts';
import { ensureFfmpeg } from './ensure-ffmpeg.ts';
import { runProgram } from './run-program.ts';
import { say } from './say.ts';

/**
 * Recordings to test with, made here: a test picture with a clock in it, and words that a machine speaks. Nobody is
 * filmed and nobody is heard. Each is made once and kept in the system's folder for passing files, under a name
 * that changes with the recipes below.
 */

type Recipe = (target: string) => Promise<void>;

export type MediaName =
  | 'speech.wav'
  | 'moving.mp4'
  | 'moving.webm'
  | 'streamed.webm'
  | 'rotated.mp4'
  | 'spoken.m4a'
  | 'spoken.webm'
  | 'spoken.mp3'
  | 'spoken.ogg'
  | 'spoken.aac'
  | 'spoken.mp4'
  | 'silent.mp4'
  | 'large.mp4'
  | 'truncated.mp4'
  | 'truncated-end.webm'
  | 'hour.m4a'
  | 'renamed.mp4'
  | 'playlist.mp4'
  | 'disguised.mp4'
  | 'list.mp4'
  | 'drawing.mp4'
  | 'subtitles.mp4';

const WORDS =
  'Look at the two shapes. Which one has more corners, and how do you know? Tell your partner what you can see.';
/** What a phone writes beside the picture and nobody else should learn. */
const PLACE = [
  '-movflags',
  'use_metadata_tags',
  '-metadata',
  'com.apple.quicktime.location.ISO6709=+51.5033-000.1195/',
  '-metadata',
  'make=Handy',
  '-metadata',
  'title=Room 12',
];
const QUICK_H264 = [
  '-c:v',
  'libx264',
  '-preset',
  'veryfast',
  '-crf',
  '32',
  '-pix_fmt',
  'yuv420p',
  '-g',
  '24',
];
const QUICK_VP8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '100k'];
const OPUS = ['-c:a', 'libopus', '-b:a', '24k'];
const AAC = ['-c:a', 'aac', '-b:a', '32k', '-ac', '1'];

const ffmpeg = async (...words: string[]): Promise<void> => {
  const programs = await ensureFfmpeg();
  await runProgram(programs.ffmpeg, ['-v', 'error', '-y', ...words]);
};
const picture = (size: string, seconds: number): string[] => [
  '-f',
  'lavfi',
  '-i',
  `testsrc=size=${size}:rate=12:duration=${seconds}`,
];

/** Eight seconds of picture and words, written as `words` say. */
async function moving(target: string, size: string, ...words: string[]): Promise<void> {
  const speech = await spoken();
  await ffmpeg(...picture(size, 8), '-i', speech, '-map', '0:v', '-map', '1:a', '-t', '8', ...words, target);
}

/** A file that names others and is none itself. */
const written =
  (text: string): Recipe =>
  (target) =>
    writeFile(target, text);

const recipes: Record<MediaName, Recipe> = {
  /** The words as spoken, uncompressed, exactly eight seconds. */
  'speech.wav': async (target) => {
    const programs = await ensureFfmpeg();
    await say(programs.ffmpeg, WORDS, `${target}.said.wav`);
    await ffmpeg('-i', `${target}.said.wav`, '-af', 'apad', '-ac', '1', '-ar', '24000', '-t', '8', target);
    await rm(`${target}.said.wav`);
  },
  /** As a browser can play it, with the place and the phone's name in it. */
  'moving.mp4': (target) => moving(target, '320x180', ...PLACE, ...QUICK_H264, ...AAC),
  'moving.webm': (target) => moving(target, '320x180', ...QUICK_VP8, ...OPUS),
  /** As a browser's recorder writes it: neither its length nor a table of places to jump to. */
  'streamed.webm': async (target) =>
    ffmpeg('-i', await media('moving.webm'), '-c', 'copy', '-live', '1', target),
  /** A phone held upright: the picture lies on its side, and a matrix says so. Its upper left corner is red. */
  'rotated.mp4': async (target) => {
    const corner = 'drawbox=x=0:y=0:w=200:h=200:color=red:t=fill,transpose=cclock';
    const made = [...picture('1080x1920', 2), '-i', await spoken(), '-shortest', '-vf', corner];
    await ffmpeg(...made, ...QUICK_H264, ...AAC, target);
    await layOnItsSide(target);
  },
  'spoken.m4a': async (target) => ffmpeg('-i', await spoken(), ...AAC, target),
  'spoken.webm': async (target) => ffmpeg('-i', await spoken(), ...OPUS, target),
  'spoken.mp3': async (target) => ffmpeg('-i', await spoken(), '-b:a', '32k', target),
  'spoken.ogg': async (target) => ffmpeg('-i', await spoken(), ...OPUS, target),
  'spoken.aac': async (target) => ffmpeg('-i', await spoken(), ...AAC, target),
  /** Audio alone in a file that calls itself a film, as some recorders write it. */
  'spoken.mp4': async (target) => ffmpeg('-i', await spoken(), ...AAC, '-brand', 'mp42', target),
  'silent.mp4': (target) => ffmpeg(...picture('320x180', 2), ...QUICK_H264, target),
  /** Wider and quicker than what is kept: 60 pictures a second. */
  'large.mp4': (target) =>
    ffmpeg('-f', 'lavfi', '-i', 'testsrc=size=1920x1080:rate=60:duration=1', ...QUICK_H264, target),
  /** Its table of contents, which stands at the end, was lost with it. */
  'truncated.mp4': async (target) => cut(await media('moving.mp4'), target, 0.8),
  /** The half of it that arrived can be played. */
  'truncated-end.webm': async (target) => cut(await media('moving.webm'), target, 0.5),
  /** An hour of quiet sound in a small file. */
  'hour.m4a': async (target) => {
    const minute = `${target}.minute.m4a`;
    const tone = 'sine=frequency=440:sample_rate=8000:duration=60,volume=0.2';
    await ffmpeg('-f', 'lavfi', '-i', tone, '-c:a', 'aac', '-b:a', '8k', minute);
    await ffmpeg('-stream_loop', '59', '-i', minute, '-c', 'copy', target);
    await rm(minute);
  },
  /** A program under the name of a film. */
  'renamed.mp4': async (target) => {
    await writeFile(
      target,
      Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), Buffer.alloc(4096)]),
    );
  },
  'playlist.mp4': written(
    '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10.0,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n',
  ),
  /** Begins like a film, goes on like a playlist. */
  'disguised.mp4': written(
    '\0\0\0\x14ftypisom\0\0\x02\0isom\n#EXTM3U\n#EXTINF:10.0,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n',
  ),
  'list.mp4': written("ffconcat version 1.0\nfile '/etc/passwd'\n"),
  'drawing.mp4': written(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">' +
      '<image xlink:href="/etc/passwd"/></svg>',
  ),
  'subtitles.mp4': written('1\n00:00:01,000 --> 00:00:04,000\n<img src="file:///etc/passwd"/>\n'),
};

/** The path of a recording, made when it is first asked for. */
export const media: (name: MediaName) => Promise<string> = remembered(make);

const spoken = (): Promise<string> => media('speech.wav');

async function make(name: MediaName): Promise<string> {
  const text = await readFile(import.meta.filename);
  const state = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `staffroom-media-${userInfo().username}-${state}`);
  const path = join(folder, name);
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (there) return path;
  // Several test files may make the same at once: each makes its own and puts it there whole.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const making = await mkdtemp(join(folder, 'making-'));
  const recipe: Recipe = recipes[name];
  await recipe(join(making, name));
  await rename(join(making, name), path);
  await rm(making, { recursive: true });
  return path;
}

async function cut(source: string, target: string, share: number): Promise<void> {
  await copyFile(source, target);
  await truncate(target, Math.floor((await readFile(source)).length * share));
}

/** Writes the matrix of a quarter turn clockwise (ISO/IEC 14496-12, 8.3.2) into the first track, which is the picture. */
async function layOnItsSide(file: string): Promise<void> {
  const bytes = await readFile(file);
  const matrix = bytes.indexOf('tkhd', 0, 'latin1') + 44;
  const turned = [0, 0x10000, 0, -0x10000, 0, 0, 1080 * 0x10000, 0, 0x40000000];
  for (const [at, number] of turned.entries()) bytes.writeInt32BE(number, matrix + at * 4);
  await writeFile(file, bytes);
}
