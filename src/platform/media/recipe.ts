import type { Probed } from './probe.ts';
import type { Sound, Video } from './report.ts';

/** A part of a recording, in milliseconds from its beginning. */
export interface Part {
  fromMs: number;
  toMs: number;
}

export type Turn = 90 | 180 | 270;

/** The most that a browser on a slow line is asked to show. */
const LONG_SIDE = 1280;
const MOST_PICTURES = 30;
/** What comes in more bits a second than this is made anew, since a school has one line for everybody. */
const MOST_COPIED_BITS = 6_000_000;
const COPIED_PIXELS = new Set(['yuv420p', 'yuvj420p']);

/** The pictures as they stand upright and turned as asked: even in both directions, never larger than they were. */
export function sizeShown(video: Video, rotate?: Turn): { width: number; height: number } {
  const wide = video.width * video.pixelAspect;
  const lies = (video.rotation + (rotate ?? 0)) % 180 !== 0;
  const [width, height] = lies ? [video.height, wide] : [wide, video.height];
  const scale = Math.min(1, LONG_SIDE / Math.max(width, height));
  const even = (length: number) => Math.max(2, Math.floor((length * scale) / 2 + 0.01) * 2);
  return { width: even(width), height: even(height) };
}

/** Whether browsers play the recording's own pictures and sound, so that they need only be packed anew. */
export function canBeCopied(probed: Probed, bytes: number, { trim, rotate }: Changes): boolean {
  if (trim || rotate) return false;
  const { video, audio, durationMs } = probed;
  if (audio && audio.codec !== 'aac') return false;
  if (!video) return true;
  return (
    video.codec === 'h264' &&
    COPIED_PIXELS.has(video.pixelFormat) &&
    video.rotation === 0 &&
    Math.max(video.width, video.height) <= LONG_SIDE &&
    (bytes * 8000) / durationMs <= MOST_COPIED_BITS
  );
}

export interface Changes {
  trim?: Part | undefined;
  /** Clockwise, after the pictures were turned upright. */
  rotate?: Turn | undefined;
}

/** ffmpeg's words for the result, after the input: which streams, how they are made, what is left out, how it is packed. */
export function resultWords(probed: Probed, copy: boolean, rotate?: Turn): string[] {
  const { video, audio } = probed;
  return [
    video ? ['-map', `0:${video.index}`] : [],
    audio ? ['-map', `0:${audio.index}`] : [],
    ['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
    video ? ['-map_metadata:s:v', '-1', '-c:v', ...(copy ? ['copy'] : pictureWords(video, rotate))] : [],
    audio ? ['-map_metadata:s:a', '-1', '-c:a', ...(copy ? ['copy'] : soundWords(audio))] : [],
    ['-fflags', '+bitexact', '-movflags', '+faststart', '-f', video ? 'mp4' : 'ipod'],
  ].flat();
}

function pictureWords(video: Video, rotate?: Turn): string[] {
  return [
    ['libx264', '-preset', 'veryfast', '-crf', '24', '-maxrate', '3M', '-bufsize', '6M'],
    ['-pix_fmt', 'yuv420p', '-profile:v', 'high', '-level', '4.0', '-flags:v', '+bitexact'],
    // A place to jump to at least every five seconds.
    ['-force_key_frames', 'expr:gte(t,n_forced*5)', '-vf', filters(video, rotate).join(',')],
  ].flat();
}

function soundWords(audio: Sound): string[] {
  const [channels, rate] = audio.channels === 1 ? ['1', '80k'] : ['2', '128k'];
  return ['aac', '-ac', channels, '-ar', '48000', '-b:a', rate, '-flags:a', '+bitexact'];
}

const TURNS: Record<Turn, string[]> = {
  90: ['transpose=clock'],
  180: ['hflip', 'vflip'],
  270: ['transpose=cclock'],
};

/** ffmpeg itself turns the pictures upright before the first of these. */
function filters(video: Video, rotate?: Turn): string[] {
  const { width, height } = sizeShown(video, rotate);
  return [
    ...(video.frameRate === 0 || video.frameRate > MOST_PICTURES + 1 ? [`fps=${MOST_PICTURES}`] : []),
    ...(video.pixelAspect === 1 ? [] : ["scale='iw*if(sar,sar,1)':ih", 'setsar=1']),
    ...(rotate ? TURNS[rotate] : []),
    // A recorder may change the size of its pictures on the way; what comes out keeps one.
    `scale=${width}:${height}:force_original_aspect_ratio=decrease`,
    `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2`,
    'setsar=1',
  ];
}
