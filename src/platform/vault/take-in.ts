import { sizeInWords } from '../storage/size-in-words.ts';
import { TooLarge } from './errors.ts';
import type { SegmentWriter } from './write-segments.ts';

/** Where content comes from: a stream of Node's or of the web, or anything that gives bytes piece by piece. */
export type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Writes what comes of a source until it ends. Beyond `maxBytes` of content it takes what fits and throws
 * TooLarge; `seen` is shown each piece as it is taken.
 */
export async function takeIn(
  writer: SegmentWriter,
  source: Source,
  maxBytes: number,
  seen: (piece: Uint8Array) => void = () => {},
): Promise<void> {
  for await (const piece of source) {
    const fits = piece.subarray(0, Math.max(0, maxBytes - writer.length));
    seen(fits);
    await writer.write(fits);
    if (fits.length < piece.length)
      throw new TooLarge(`This is larger than ${sizeInWords(maxBytes)}, the most that fits here.`);
  }
}
