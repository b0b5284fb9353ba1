/** An MP4 whose pictures and sound lie, so it says, in another file: built out of a film by changing its bytes. */

/** The boxes on the way from the whole to `dref`, which says where the data of a track lie. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf']);

/**
 * The film without its data, each of its tracks pointing at `path` instead. With `levels` 1 the last part of the path
 * is looked for beside the film, with 0 the whole path is meant.
 */
export function pointingOutside(film: Buffer, { path, levels }: { path: string; levels: 0 | 1 }): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < film.length;) {
    const size = film.readUInt32BE(at);
    const type = film.toString('latin1', at + 4, at + 8);
    if (size < 8) throw new Error(`The box ${type} is of a size that is not read here.`);
    const content = film.subarray(at + 8, at + size);
    parts.push(box(type, changed(type, content, path, levels)));
    at += size;
  }
  return Buffer.concat(parts);
}

function changed(type: string, content: Buffer, path: string, levels: 0 | 1): Buffer {
  if (type === 'dref') return Buffer.concat([long(0, 1), box('alis', alias(path, levels))]);
  if (type === 'mdat') return Buffer.alloc(content.length);
  return CONTAINERS.has(type) ? pointingOutside(content, { path, levels }) : content;
}

const box = (type: string, content: Buffer): Buffer =>
  Buffer.concat([long(content.length + 8), Buffer.from(type, 'latin1'), content]);

/**
 * A Macintosh alias record, as ffmpeg reads one (libavformat/mov.c, mov_read_dref): no volume, no name, how many levels
 * up and down lie between the two files, then the path (sort 2) and the end (sort -1).
 */
function alias(path: string, levels: 0 | 1): Buffer {
  const name = Buffer.from(path.length % 2 ? `${path}\0` : path);
  return Buffer.concat([
    // Version and flags: the data are not in this file.
    long(0),
    Buffer.alloc(10 + 28 + 12 + 64 + 16),
    short(levels, levels),
    Buffer.alloc(16),
    short(2, name.length),
    name,
    short(0xffff, 0),
  ]);
}

const long = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, at) => bytes.writeUInt32BE(number, 4 * at));
  return bytes;
};

const short = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(2 * numbers.length);
  numbers.forEach((number, at) => bytes.writeUInt16BE(number, 2 * at));
  return bytes;
};
