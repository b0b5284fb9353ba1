import {
  Conversion,
  type ConversionAudioOptions,
  type ConversionOptions,
  type ConversionVideoOptions,
  Output,
  type OutputFormat,
  Quality,
  type Rotation,
} from 'mediabunny';
import { canCopyPicture } from './copied-picture.ts';
import { type Edits, preparedBy } from './edits.ts';
import { copyFormat, encoding, type Encoding, type Size } from './film-format.ts';
import { blank, hideIn } from './hide.ts';
import { forgetMade, type MadeFilm, makeRoom, named, noteMade, type Room } from './made-file.ts';
import type { Film } from './open-film.ts';
import { silenced } from './silence.ts';

/** This browser cannot make what was asked for. */
export class CannotMake extends Error {}

/** Of the longer side, in pixels, where the picture is encoded anew. */
const longestSide = 1280;
/** So many seconds of the part's beginning may be lost where that saves encoding it anew. It never begins earlier. */
const laterStart = 0.3;
/** A second, for each pixel: 2.5 million at 1280 × 720, so that an hour is about 1.2 GB whatever is seen in it. */
const bitsOfPixel = 2.7;
/** A second, of sound. */
const soundBits = 96_000;
/** What an Opus encoder takes everywhere. */
const opusRate = 48_000;

export interface Making {
  /** From 0 to 1. */
  onProgress(share: number): void;
  signal: AbortSignal;
}

type How = Pick<ConversionOptions, 'video' | 'audio' | 'copy'> & { format: OutputFormat };

/**
 * Makes what is sent. What need not change is copied as it is encoded; all that describes the file (place, camera,
 * names of tracks) stays behind. Throws CannotMake, and what the signal gives as its reason when it is cancelled.
 */
export async function makeFilm(film: Film, edits: Edits, making: Making): Promise<MadeFilm> {
  for (const track of await film.input.getTracks()) track.getName = async () => null;
  const [room, format] =
    (await made(film, edits, await howToCopy(film, edits), making)) ??
    (await made(film, edits, film.canChange ? await howToEncode(film, edits) : null, making)) ??
    cannot();
  const prepared = preparedBy(edits, film.duration);
  const kind = film.kind === 'video' && !prepared.soundOnly ? 'video' : 'audio';
  const type = format.mimeType.replace('video/', `${kind}/`);
  const name = film.file.name.replace(/\.[^.]*$/, '') + format.fileExtension;
  const result: MadeFilm = {
    file: named(await room.taken(type), name, type),
    name,
    durationMs: Math.round((edits.part.until - edits.part.from) * 1000),
    kind,
    prepared,
    opfsName: room.opfsName,
  };
  try {
    await noteMade(result);
  } catch (error) {
    await forgetMade(result.opfsName);
    throw error;
  }
  return result;
}

function cannot(): never {
  throw new CannotMake();
}

/** Null where something has to be drawn, or no file can hold the picture as it is. */
async function howToCopy(film: Film, edits: Edits): Promise<How | null> {
  const { blurred, muted, soundOnly, trimmed } = preparedBy(edits, film.duration);
  if (!(await canCopyPicture(film, edits, laterStart))) return null;
  // Sound that is silenced is cut where one said, and a picture that is copied need not be.
  const into = blurred || (muted && (trimmed || !film.canChange)) ? null : await copyFormat(film, edits);
  return (
    into && {
      format: into.format,
      video: { discard: soundOnly, rotate: (edits.turns * 90) as Rotation },
      audio: await howToSound(film, edits, into),
      copy: { mode: muted ? 'preferred' : 'forced', boundaryPolicy: 'shrink', boundaryTolerance: laterStart },
    }
  );
}

async function howToEncode(film: Film, edits: Edits): Promise<How | null> {
  const { soundOnly } = preparedBy(edits, film.duration);
  const size = soundOnly || !film.video ? null : await sizeOf(film, edits.turns);
  const into = await encoding(film, edits, size);
  return (
    into && {
      format: into.format,
      video: size ? howToPicture(film, edits, size, into) : { discard: true },
      audio: await howToSound(film, edits, into),
      copy: { boundaryPolicy: 'shrink', boundaryTolerance: laterStart },
    }
  );
}

function howToPicture(film: Film, edits: Edits, size: Size, { video }: Encoding): ConversionVideoOptions {
  const { blurred } = preparedBy(edits, film.duration);
  const canvas = blank(size.width, size.height);
  const surface = canvas.getContext('2d')!;
  return {
    ...size,
    // Where a film changes its size on the way, its areas stay over what they were drawn over.
    fit: 'fill',
    ...(video && { codec: video }),
    rotate: (edits.turns * 90) as Rotation,
    allowTransformationMetadata: false,
    forceTranscode: true,
    quality: new Quality({ bitrate: Math.round(size.width * size.height * bitsOfPixel) }),
    ...(blurred && {
      process: (sample) => {
        const from = sample.timestamp + edits.part.from;
        sample.draw(surface, 0, 0, size.width, size.height);
        hideIn(surface, edits, { from, until: from + Math.max(sample.duration, 0.001) });
        return canvas;
      },
    }),
  };
}

async function howToSound(film: Film, edits: Edits, { audio }: Encoding): Promise<ConversionAudioOptions> {
  if (!film.audio || !audio) return {};
  const { muted } = preparedBy(edits, film.duration);
  return {
    codec: audio,
    quality: new Quality({ bitrate: soundBits }),
    numberOfChannels: Math.min(2, await film.audio.getNumberOfChannels()),
    ...(audio === 'opus' && { sampleRate: opusRate }),
    ...(muted && { process: (sample) => silenced(sample, edits.silences, edits.part.from) }),
  };
}

/** Of the picture as it is seen once it is turned; even, as encoders ask. */
async function sizeOf(film: Film, turns: number): Promise<Size> {
  const [width, height] = [await film.video!.getDisplayWidth(), await film.video!.getDisplayHeight()];
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const [across, down] = [width, height].map((side) => 2 * Math.max(1, Math.round((side * scale) / 2)));
  return turns % 2 === 0 ? { width: across!, height: down! } : { width: down!, height: across! };
}

/** Null where a track would be lost on the way. */
async function made(
  film: Film,
  edits: Edits,
  how: How | null,
  { onProgress, signal }: Making,
): Promise<[Room, OutputFormat] | null> {
  if (!how) return null;
  const { format, ...options } = how;
  const room = await makeRoom(format.fileExtension);
  let stopping: Promise<void> | undefined;
  try {
    const conversion = await Conversion.init({
      ...options,
      input: film.input,
      output: new Output({ format, target: room.target }),
      tracks: 'primary',
      trim: { start: edits.part.from, end: edits.part.until },
      tags: {},
      showWarnings: false,
    });
    const isWhole = conversion.discardedTracks.every(({ reason }) => reason === 'discarded_by_user');
    if (!conversion.isValid || !isWhole) {
      await conversion.cancel();
      await forgetMade(room.opfsName);
      return null;
    }
    conversion.onProgress = onProgress;
    signal.throwIfAborted();
    signal.addEventListener('abort', () => void (stopping = conversion.cancel()), { once: true });
    await conversion.execute();
    return [room, format];
  } catch (error) {
    // A file that is still being written to cannot be removed.
    await stopping?.catch(() => {});
    await forgetMade(room.opfsName);
    signal.throwIfAborted();
    throw error;
  }
}
