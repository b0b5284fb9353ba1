import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** A recording to be read, wherever and however it is kept. */
export interface MediaInput {
  /** Its whole length in bytes. */
  bytes: number;
  /** The bytes from `start` to `end`, both included. */
  open(range: { start: number; end: number }): Promise<Readable>;
}

/** A file on disk as input, such as one that `makePlayable` has just written. */
export async function fileInput(path: string): Promise<MediaInput> {
  const { size } = await stat(path);
  return { bytes: size, open: async (range) => createReadStream(path, range) };
}
