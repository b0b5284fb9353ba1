import type { SealedFile } from './sealed-file.ts';
import { placeOf, sealSegment, SEGMENT } from './segments.ts';

/**
 * Writes content segment by segment from a place on. A full segment goes to the disk when more comes after it, so
 * that the last is known to be the last.
 */
export class SegmentWriter {
  readonly #file: SealedFile;
  readonly #pending = Buffer.allocUnsafe(SEGMENT);
  #filled: number;
  #index: number;

  /** Goes on at segment `index`, of which `content` stands already and is written anew. */
  constructor(file: SealedFile, index: number, content: Buffer) {
    this.#file = file;
    this.#index = index;
    this.#filled = content.copy(this.#pending);
  }

  /** How long the content is with all that was given. */
  get length(): number {
    return this.#index * SEGMENT + this.#filled;
  }

  async write(piece: Uint8Array): Promise<void> {
    let taken = 0;
    while (taken < piece.length) {
      if (this.#filled === SEGMENT) await this.#put(false);
      const part = piece.subarray(taken, taken + SEGMENT - this.#filled);
      this.#pending.set(part, this.#filled);
      this.#filled += part.length;
      taken += part.length;
    }
  }

  /**
   * Writes the last segment and cuts off what lay behind it. The segments before are on the disk for good
   * first, so that a file which is closed has no hole in it.
   */
  async close(): Promise<void> {
    const { handle } = this.#file;
    await handle.datasync();
    await handle.truncate(await this.#put(true));
    await handle.sync();
  }

  /** Answers where the segment ends on the disk. */
  async #put(last: boolean): Promise<number> {
    const { id, key, handle } = this.#file;
    const place = placeOf(this.#index);
    const sealed = sealSegment(
      key,
      { id, index: this.#index, last },
      this.#pending.subarray(0, this.#filled),
    );
    let written = 0;
    while (written < sealed.length) {
      const { bytesWritten } = await handle.write(sealed, written, sealed.length - written, place + written);
      written += bytesWritten;
    }
    if (!last) {
      this.#index += 1;
      this.#filled = 0;
    }
    return place + sealed.length;
  }
}
