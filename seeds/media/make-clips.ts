/**
 * Draws and speaks the clips of the demo anew, with ffmpeg and espeak-ng; README.md says how and why. What it writes is
 * checked in, so that the demo needs neither: the clip, its captions, and what the program itself would make of it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFfmpeg } from '#platform/media/find-ffmpeg.ts';
import { fileInput } from '#platform/media/input.ts';
import { peaks } from '#platform/media/peaks.ts';
import { poster } from '#platform/media/poster.ts';
import { probe } from '#platform/media/probe.ts';

const run = promisify(execFile);

interface Utterance {
  speaker: string;
  text: string;
  /** Silence after it, in seconds. */
  pause: number;
}

/** A bar cut into equal pieces; `shaded` of them from the left are coloured when utterance `from` begins. */
interface Bar {
  top: number;
  pieces: number;
  shaded: number;
  shadedFrom: number;
  /** The utterance with which its missing pieces are framed. */
  missingFrom?: number;
}

interface Clip {
  name: string;
  /** What is drawn; nothing where it is sound alone. */
  picture?: { title: string; bars: Bar[] };
  words: Utterance[];
}

const VOICES: Record<string, string> = { Teacher: 'en-gb+m3', 'Pupil 1': 'en-gb+f4', 'Pupil 2': 'en-gb+f2' };
const say = (speaker: string, text: string, pause = 0.5): Utterance => ({ speaker, text, pause });

const clips: Clip[] = [
  {
    name: 'lesson-talk',
    picture: {
      title: 'Which is more, 3/4 or 2/3 ?',
      bars: [
        { top: 110, pieces: 4, shaded: 3, shadedFrom: 1, missingFrom: 5 },
        { top: 200, pieces: 3, shaded: 2, shadedFrom: 1, missingFrom: 5 },
      ],
    },
    words: [
      say('Teacher', 'Here are two bars of the same length. One is cut into four, the other into three.'),
      say('Teacher', 'Which is more, three quarters or two thirds? Think first, then tell your partner.', 3),
      say('Pupil 1', 'I think two thirds, because thirds are bigger than quarters.', 1),
      say('Teacher', 'Who agrees, and who sees it differently?', 2),
      say('Pupil 2', 'Three quarters is more.', 0.6),
      say('Pupil 2', 'Only a quarter is missing, and in the other one a third is missing.', 1),
      say('Teacher', 'So you looked at what is missing. Say that again, so that everybody can try it.', 1.5),
    ],
  },
  {
    name: 'modelling',
    picture: {
      title: 'Comparing 3/4 and 5/8',
      bars: [
        { top: 110, pieces: 8, shaded: 6, shadedFrom: 2 },
        { top: 200, pieces: 8, shaded: 5, shadedFrom: 0 },
      ],
    },
    words: [
      say(
        'Teacher',
        'I want to compare three quarters and five eighths. I ask myself: can both have the same pieces?',
      ),
      say('Teacher', 'I cut each quarter in two. Now I have eighths.', 0.8),
      say('Teacher', 'Three quarters is the same as six eighths.', 0.8),
      say('Teacher', 'Six eighths is more than five eighths. Now you try the next one.', 1),
    ],
  },
  {
    name: 'round-table',
    words: [
      say('Teacher', 'He had lit the lamp every evening for thirty years. I stop here.', 2.5),
      say('Pupil 1', 'Why did he not go down to the boat?', 1),
      say('Pupil 2', 'Because of the lamp. Somebody has to light it.', 0.8),
      say('Pupil 1', 'But it says that nobody came past any more.', 2),
      say('Pupil 2', 'Then he does it for himself.', 1.5),
    ],
  },
];

const LEFT = 80;
const WIDTH = 480;
const HEIGHT = 60;

/** When each utterance begins and ends, in seconds. */
interface Cue extends Utterance {
  begins: number;
  ends: number;
}

for (const clip of clips) await make(clip);

async function make(clip: Clip): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'clip-'));
  const sounds = clip.words.map((_, i) => join(folder, `${i}.wav`));
  const cues: Cue[] = [];
  let at = 0.5;
  for (const [i, word] of clip.words.entries()) {
    const voice = VOICES[word.speaker] ?? 'en-gb';
    await run('espeak-ng', ['-v', voice, '-s', '145', '-w', sounds[i]!, word.text]);
    const length = await secondsOf(sounds[i]!);
    cues.push({ ...word, begins: at, ends: at + length });
    at += length + word.pause;
  }
  const placed = cues.map(({ begins }, i) => `[${i + 1}]adelay=${Math.round(begins * 1000)}[s${i}]`);
  const mixed = `${cues.map((_, i) => `[s${i}]`).join('')}amix=inputs=${cues.length}:normalize=0,apad[sound]`;
  const drawn = clip.picture && `[0]${drawing(clip.picture, cues).join(',')}[picture]`;
  const file = join(import.meta.dirname, `${clip.name}.${clip.picture ? 'mp4' : 'm4a'}`);
  const words = [
    ['-v', 'error', '-y', '-f', 'lavfi', '-i', `color=0xf7f4ec:size=640x360:rate=12:duration=${at}`],
    sounds.flatMap((sound) => ['-i', sound]),
    ['-filter_complex', [...(drawn ? [drawn] : []), ...placed, mixed].join(';')],
    clip.picture ? ['-map', '[picture]', '-c:v', 'libx264', '-preset', 'slow', '-crf', '26'] : [],
    clip.picture ? ['-pix_fmt', 'yuv420p', '-g', '24'] : [],
    ['-map', '[sound]', '-c:a', 'aac', '-b:a', '56k', '-ac', '1', '-ar', '44100', '-t', String(at)],
    ['-map_metadata', '-1', '-fflags', '+bitexact', '-movflags', '+faststart', file],
  ].flat();
  await run('ffmpeg', words);
  await writeFile(join(import.meta.dirname, `${clip.name}.vtt`), webVtt(cues));
  await writeMade(clip, file);
  await rm(folder, { recursive: true });
}

/** A picture of it, its length and size, and the shape of its sound, as src/features/recordings/making keeps them. */
async function writeMade({ name }: Clip, file: string): Promise<void> {
  const ffmpeg = await findFfmpeg();
  if (!ffmpeg) throw new Error('ffmpeg is not on PATH, or lacks libx264.');
  const input = await fileInput(file);
  const { durationMs, video } = await probe(ffmpeg, input);
  const picture = await poster(ffmpeg, input);
  const shape = await peaks(ffmpeg, input);
  const made = {
    durationMs,
    width: video?.width ?? null,
    height: video?.height ?? null,
    peaks: shape?.map((peak) => Math.round(peak * 100)) ?? null,
  };
  if (picture) await writeFile(join(import.meta.dirname, `${name}.jpg`), picture);
  await writeFile(join(import.meta.dirname, `${name}.json`), `${JSON.stringify(made)}\n`);
}

async function secondsOf(file: string): Promise<number> {
  const words = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file];
  const { stdout } = await run('ffprobe', words);
  return Number(stdout);
}

/** The picture as ffmpeg filters: the bars, who is speaking, a mark that runs with the time. */
function drawing({ title, bars }: NonNullable<Clip['picture']>, cues: Cue[]): string[] {
  const since = (utterance: number) => `enable='gte(t,${cues[utterance]!.begins.toFixed(2)})'`;
  const box = (x: number, y: number, w: number, h: number, colour: string, thick: number | 'fill') =>
    `drawbox=x=${x}:y=${y}:w=${w}:h=${h}:color=${colour}:t=${thick}`;
  const text = (words: string, x: string, y: number, size: number, more = '') =>
    `drawtext=font='DejaVu Sans':text='${words}':x=${x}:y=${y}:fontsize=${size}:fontcolor=0x2b2b2b${more}`;
  const speakers = [...new Set(cues.map(({ speaker }) => speaker))];

  return [
    text(title, '(w-tw)/2', 40, 30),
    ...bars.flatMap(({ top, pieces, shaded, shadedFrom, missingFrom }) => {
      const piece = WIDTH / pieces;
      const missing = box(LEFT + shaded * piece, top - 4, WIDTH - shaded * piece, HEIGHT + 8, '0xb3541e', 5);
      return [
        box(LEFT, top, WIDTH, HEIGHT, '0xffffff', 'fill'),
        `${box(LEFT, top, shaded * piece, HEIGHT, '0x7fb3a6', 'fill')}:${since(shadedFrom)}`,
        ...Array.from({ length: pieces }, (_, i) => box(LEFT + i * piece, top, piece, HEIGHT, '0x2b2b2b', 2)),
        ...(missingFrom === undefined ? [] : [`${missing}:${since(missingFrom)}`]),
      ];
    }),
    ...speakers.map((speaker) => {
      const speaking = cues.filter((cue) => cue.speaker === speaker);
      const when = speaking.map(({ begins, ends }) => `between(t,${begins.toFixed(2)},${ends.toFixed(2)})`);
      return text(`${speaker} speaks`, String(LEFT), 285, 20, `:enable='${when.join('+')}'`);
    }),
    text('Drawn and spoken by a machine. Nobody was filmed.', String(LEFT), 330, 13),
    text('%{pts\\:hms}', '500', 288, 13),
  ];
}

function webVtt(cues: Cue[]): string {
  const time = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
  const blocks = cues.map(
    ({ begins, ends, speaker, text }, i) =>
      `${i + 1}\n${time(begins)} --> ${time(ends)}\n<v ${speaker}>${text}\n`,
  );
  return `WEBVTT\n\n${blocks.join('\n')}`;
}
