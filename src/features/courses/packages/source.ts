import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { damaged } from './archive.ts';

/** Bytes that can be read from anywhere: in memory, or a file of which only what is asked for is read. */
export interface Source {
  size: number;
  read(from: number, length: number): Buffer;
}

/** What is read in pieces stands in memory or in the file of that path. */
export function sourceOf(input: Uint8Array | string): Source {
  if (typeof input !== 'string') {
    const all = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
    return { size: all.length, read: (from, length) => exactly(all.subarray(from, from + length), length) };
  }
  return {
    size: statSync(input).size,
    read: (from, length) => {
      const file = openSync(input, 'r');
      try {
        const bytes = Buffer.alloc(length);
        return exactly(bytes.subarray(0, readSync(file, bytes, 0, length, from)), length);
      } finally {
        closeSync(file);
      }
    },
  };
}

function exactly(bytes: Buffer, length: number): Buffer {
  if (bytes.length !== length) throw damaged();
  return bytes;
}
