import {
  type AudioCodec,
  canEncodeAudio,
  canEncodeVideo,
  Mp4OutputFormat,
  type OutputFormat,
  type VideoCodec,
  WebMOutputFormat,
} from 'mediabunny';
import { preparedBy, type Edits } from './edits.ts';
import type { Film } from './open-film.ts';

export interface Size {
  width: number;
  height: number;
}

/** How a film is encoded anew. A codec that is undefined is that of the film, copied. */
export interface Encoding {
  format: OutputFormat;
  video: VideoCodec | undefined;
  audio: AudioCodec | undefined;
}

interface Container {
  format: OutputFormat;
  videos: readonly VideoCodec[];
  audio: 'aac' | 'opus';
}

/** MP4 before WebM, as every browser plays it. Written from front to back: an hour does not fit into memory. */
const containers = (): Container[] => [
  { format: new Mp4OutputFormat({ fastStart: false }), videos: ['avc'], audio: 'aac' },
  { format: new WebMOutputFormat(), videos: ['vp9', 'vp8'], audio: 'opus' },
];

/** What holds the picture as it is encoded, and the sound so, or silenced and encoded anew. Null where nothing does. */
export async function copyFormat(film: Film, edits: Edits): Promise<Encoding | null> {
  const { soundOnly, muted } = preparedBy(edits, film.duration);
  const video = soundOnly ? null : ((await film.video?.getCodec()) ?? null);
  const sound = (await film.audio?.getCodec()) ?? null;
  if ((film.video && !soundOnly && !video) || (film.audio && !sound)) return null;
  // WebM holds what came in WebM alone, and few players expect that of MP4.
  for (const { format, audio } of containers().toReversed()) {
    const seen = !video || format.getSupportedVideoCodecs().includes(video);
    const heard = muted
      ? await canEncodeAudio(audio)
      : !sound || (!sound.startsWith('pcm') && format.getSupportedAudioCodecs().includes(sound));
    if (seen && heard) return { format, video: undefined, audio: muted ? audio : undefined };
  }
  return null;
}

/** How it is encoded where the picture has to be; null where this browser cannot. */
export async function encoding(film: Film, edits: Edits, size: Size | null): Promise<Encoding | null> {
  const { muted } = preparedBy(edits, film.duration);
  const sound = (await film.audio?.getCodec()) ?? null;
  for (const { format, videos, audio } of containers()) {
    const video = size ? await firstEncodable(videos, size) : undefined;
    const isCopied = !sound || (!muted && sound === audio);
    if ((!size || video) && (isCopied || (await canEncodeAudio(audio))))
      return { format, video, audio: isCopied ? undefined : audio };
  }
  return null;
}

async function firstEncodable(codecs: readonly VideoCodec[], size: Size): Promise<VideoCodec | undefined> {
  for (const codec of codecs) if (await canEncodeVideo(codec, { ...size })) return codec;
  return undefined;
}
