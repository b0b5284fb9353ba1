import {
  ADTS,
  BlobSource,
  CanvasSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny';

/** What phones, computers and recorders write. Each format named here is bundled, no other. */
const formats = [MP4, QTFF, WEBM, MATROSKA, MP3, WAVE, OGG, ADTS];

export interface Film {
  file: File;
  input: Input;
  kind: 'video' | 'audio';
  /** In seconds. */
  duration: number;
  video: InputVideoTrack | null;
  audio: InputAudioTrack | null;
  /** This browser can take it apart and put it together again; where not, it can only be passed on. */
  canChange: boolean;
}

/** Opens what somebody chose; null where this browser cannot make anything of it. Reads only what it must. */
export async function openFilm(file: File): Promise<Film | null> {
  const input = new Input({ source: new BlobSource(file), formats });
  try {
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    if (!video && !audio) return null;
    const kind = video ? 'video' : 'audio';
    const duration = await input.computeDuration();
    return { file, input, kind, duration, video, audio, canChange: await canChange(video, audio) };
  } catch {
    input.dispose();
    return null;
  }
}

async function canChange(video: InputVideoTrack | null, audio: InputAudioTrack | null): Promise<boolean> {
  if (video && (typeof VideoEncoder === 'undefined' || !(await video.canDecode()))) return false;
  if (audio && (typeof AudioEncoder === 'undefined' || !(await audio.canDecode()))) return false;
  return true;
}

/** `count` pictures from beginning to end, each as it is reached. */
export async function* picturesOf(
  film: Film,
  count: number,
  height: number,
): AsyncGenerator<HTMLCanvasElement | OffscreenCanvas> {
  if (!film.video) return;
  const sink = new CanvasSink(film.video, { height });
  const moments = Array.from({ length: count }, (_, index) => ((index + 0.5) / count) * film.duration);
  for await (const picture of sink.canvasesAtTimestamps(moments)) if (picture) yield picture.canvas;
}
