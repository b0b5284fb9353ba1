import { z } from 'zod';

/** The pictures of a recording. `index` is the number of their stream. */
export interface Video {
  index: number;
  codec: string;
  /** As stored, in pixels, before anything is turned upright. */
  width: number;
  height: number;
  /** How far clockwise it must be turned to stand upright. */
  rotation: 0 | 90 | 180 | 270;
  /** Pictures a second on average; 0 where that is not known. */
  frameRate: number;
  /** ffmpeg's name for how a pixel is kept, such as 'yuv420p'. */
  pixelFormat: string;
  /** How wide a pixel is for its height; 1 nearly always. */
  pixelAspect: number;
}

/** The sound of a recording. `index` is the number of its stream. */
export interface Sound {
  index: number;
  codec: string;
  channels: number;
}

const streamShape = z.object({
  index: z.number(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  pix_fmt: z.string().optional(),
  channels: z.number().optional(),
  avg_frame_rate: z.string().optional(),
  sample_aspect_ratio: z.string().optional(),
  duration: z.string().optional(),
  disposition: z.object({ attached_pic: z.number().optional() }).optional(),
  tags: z.object({ rotate: z.string().optional() }).optional(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
});
const reportShape = z.object({
  streams: z.array(streamShape).default([]),
  format: z.object({ duration: z.string().optional() }).default({}),
});

type Stream = z.infer<typeof streamShape>;

/**
 * What ffprobe says of a recording (`-show_format -show_streams`): its first moving picture, its first sound that can
 * be decoded, and how long it says it is, or null. A cover picture is not a moving one.
 */
export function readReport(report: unknown): {
  video: Video | null;
  audio: Sound | null;
  durationMs: number | null;
} {
  const { streams, format } = reportShape.parse(report);
  const known = (stream: Stream) => stream.codec_name !== undefined && stream.codec_name !== 'unknown';
  const pictures = streams.find(
    (stream) =>
      stream.codec_type === 'video' && known(stream) && stream.width && !stream.disposition?.attached_pic,
  );
  const sound = streams.find(
    (stream) => stream.codec_type === 'audio' && known(stream) && (stream.channels ?? 0) > 0,
  );
  const seconds = Math.max(
    ...[format.duration, pictures?.duration, sound?.duration].map((said) => Number(said ?? 0) || 0),
  );
  return {
    video: pictures ? videoOf(pictures) : null,
    audio: sound
      ? { index: sound.index, codec: sound.codec_name ?? '', channels: sound.channels ?? 1 }
      : null,
    durationMs: seconds > 0 ? Math.round(seconds * 1000) : null,
  };
}

function videoOf(stream: Stream): Video {
  return {
    index: stream.index,
    codec: stream.codec_name ?? '',
    width: stream.width ?? 0,
    height: stream.height ?? 0,
    rotation: rotationOf(stream),
    frameRate: quotient(stream.avg_frame_rate, '/') ?? 0,
    pixelFormat: stream.pix_fmt ?? '',
    pixelAspect: quotient(stream.sample_aspect_ratio, ':') ?? 1,
  };
}

/** The matrix counts against the clock, the older tag with it. */
function rotationOf(stream: Stream): Video['rotation'] {
  const matrix = stream.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation;
  const clockwise = matrix === undefined ? Number(stream.tags?.rotate ?? 0) : -matrix;
  const quarters = Math.round(clockwise / 90);
  return ([0, 90, 180, 270] as const)[((quarters % 4) + 4) % 4] ?? 0;
}

/** '30000/1001' as a number; undefined for '0/0' and what is not two numbers. */
function quotient(text: string | undefined, sign: string): number | undefined {
  const [above = 0, below = 0] = (text ?? '').split(sign).map(Number);
  return above > 0 && below > 0 ? above / below : undefined;
}
