import { Readable } from 'node:stream';
import { readSegment, type SealedFile } from './sealed-file.ts';
import { SEGMENT } from './segments.ts';

/** Of the content of a file: its first and last byte, both included, counted from 0. */
export interface Range {
  start: number;
  end: number;
}

/** Streams a part of a file of `length` bytes, one segment each time it is asked for more, and closes the file. */
export function readRange(file: SealedFile, length: number, { start, end }: Range): Readable {
  const lastIndex = Math.max(0, Math.ceil(length / SEGMENT) - 1);
  let at = start;
  /** What went wrong first: before, or in closing the file. */
  const closing = (error: Error | null) =>
    file.handle.close().then(
      () => error,
      (failed: Error) => error ?? failed,
    );
  return new Readable({
    highWaterMark: 2 * SEGMENT,
    read() {
      if (at > end) return void this.push(null);
      const index = Math.floor(at / SEGMENT);
      readSegment(file, index, index === lastIndex).then(
        (content) => {
          const from = at - index * SEGMENT;
          const part = content.subarray(from, end - index * SEGMENT + 1);
          at += part.length;
          this.push(part);
        },
        (error: Error) => this.destroy(error),
      );
    },
    destroy(error, done) {
      void (async () => done(await closing(error)))();
    },
  });
}
