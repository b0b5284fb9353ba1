import { UnreadablePicture } from './unreadable-picture.ts';

/** What a file of pictures is made of. All else at the top of it (films, notes of a camera's maker) is blanked. */
const TOP = new Set(['ftyp', 'meta', 'mdat', 'free', 'skip']);
/** What says where the pictures lie and how they belong together. */
const META = new Set(['hdlr', 'pitm', 'iinf', 'iloc', 'iref', 'iprp', 'idat', 'dinf', 'grpl', 'free']);
/** The kinds of item that are drawn, or that say how others are put together; Exif and XMP are items as well. */
const DRAWN = new Set('hvc1 hev1 lhv1 av01 avc1 jpeg j2k1 vvc1 unci mski grid iovl iden tmap'.split(' '));
/** Properties that hold words or times. */
const TOLD = new Set(['udes', 'altt', 'crtt', 'mdft', 'uuid']);

/**
 * A HEIC picture without its metadata. Nothing in it is moved, since everything in it is found by its place in the
 * file: what goes is overwritten with zeros. What goes: Exif and XMP with place, time and camera, descriptions,
 * the film of a "motion photo", and whatever follows the last box. How the picture is turned is no part of Exif here.
 * Source: ISO/IEC 14496-12:2022 sections 4.2 and 8.11, ISO/IEC 23008-12:2022 section 6.
 * Throws UnreadablePicture when the boxes do not add up.
 */
export function stripHeic(bytes: Buffer): Buffer {
  const kept = Buffer.from(bytes);
  const top = [...boxesIn(kept, 0, kept.length, true)];
  const meta = top.find(({ type }) => type === 'meta');
  if (!meta) throw new UnreadablePicture();
  for (const box of top) if (!TOP.has(box.type)) blank(kept, box);

  const parts = [...boxesIn(kept, meta.content + 4, meta.end)];
  const part = (type: string): Box | undefined => parts.find((box) => box.type === type);
  const [iinf, iloc] = [part('iinf'), part('iloc')];
  if (!iinf || !iloc) throw new UnreadablePicture();
  const drawn = drawnItems(kept, iinf);
  let toBlank = kept.length;
  for (const { id, start, end } of extentsOf(kept, iloc, part('idat'))) {
    if (drawn.has(id)) continue;
    // A list that names the same bytes over and over would keep the server busy for ever.
    if ((toBlank -= end - start) < 0) throw new UnreadablePicture();
    kept.fill(0, start, end);
  }
  for (const box of parts) if (!META.has(box.type)) blank(kept, box);
  const iprp = part('iprp');
  const containers = iprp ? [...boxesIn(kept, iprp.content, iprp.end)] : [];
  for (const { type, content, end } of containers)
    if (type === 'ipco')
      for (const property of boxesIn(kept, content, end)) if (TOLD.has(property.type)) blank(kept, property);
  return kept.subarray(0, top.at(-1)!.end);
}

interface Box {
  type: string;
  start: number;
  /** Where its content begins, and where it ends. */
  content: number;
  end: number;
}

/** The boxes one after another. `lax`: what follows them and is no box ends them. */
function* boxesIn(bytes: Buffer, from: number, until: number, lax = false): Generator<Box> {
  for (let start = from; start < until;) {
    const box = start + 8 <= until ? boxAt(bytes, start, until) : undefined;
    if (!box && lax && start > from) return;
    if (!box) throw new UnreadablePicture();
    yield box;
    start = box.end;
  }
}

function boxAt(bytes: Buffer, start: number, until: number): Box | undefined {
  const size = bytes.readUInt32BE(start);
  const type = bytes.toString('latin1', start + 4, start + 8);
  const long = size === 1;
  if (!/^[\x20-\x7e]{4}$/.test(type) || (long && start + 16 > until)) return undefined;
  const length = long ? Number(bytes.readBigUInt64BE(start + 8)) : size === 0 ? until - start : size;
  const content = start + (long ? 16 : 8);
  const end = start + length;
  return end < content || end > until ? undefined : { type, start, content, end };
}

/** Turns a box into one that says it is empty space. */
function blank(bytes: Buffer, { start, content, end }: Box): void {
  bytes.write('free', start + 4, 'latin1');
  bytes.fill(0, content, end);
}

/** The ids of the items that are pictures, of the list of items. */
function drawnItems(bytes: Buffer, iinf: Box): Set<number> {
  const read = new Reader(bytes, iinf);
  read.skip(read.version === 0 ? 2 : 4);
  const drawn = new Set<number>();
  for (const entry of boxesIn(bytes, read.at, iinf.end)) {
    const item = new Reader(bytes, entry);
    // Older entries have no kind; what they are is not known.
    if (entry.type !== 'infe' || item.version < 2) continue;
    const id = item.number(item.version === 2 ? 2 : 4);
    item.skip(2);
    if (DRAWN.has(item.word())) drawn.add(id);
  }
  return drawn;
}

/** Where in the file each item lies, of the list of places. Throws UnreadablePicture for what lies elsewhere. */
function* extentsOf(
  bytes: Buffer,
  iloc: Box,
  idat: Box | undefined,
): Generator<{ id: number; start: number; end: number }> {
  const read = new Reader(bytes, iloc);
  const { version } = read;
  const sizes = read.number(2);
  const [ofOffset, ofLength, ofBase, ofIndex] = [
    sizes >> 12,
    (sizes >> 8) & 15,
    (sizes >> 4) & 15,
    sizes & 15,
  ];
  const idSize = version < 2 ? 2 : 4;
  for (let left = read.number(idSize); left > 0; left--) {
    const id = read.number(idSize);
    const method = version === 0 ? 0 : read.number(2) & 15;
    const elsewhere = read.number(2) !== 0;
    const base = read.number(ofBase);
    for (let extents = read.number(2); extents > 0; extents--) {
      if (version > 0) read.skip(ofIndex);
      const [offset, length] = [read.number(ofOffset), read.number(ofLength)];
      const home = method === 0 ? { content: 0, end: bytes.length } : method === 1 ? idat : undefined;
      const start = (home?.content ?? 0) + base + offset;
      if (!home || elsewhere || length === 0 || start + length > home.end) throw new UnreadablePicture();
      yield { id, start, end: start + length };
    }
  }
}

/** Reads a box that begins with its version, number by number, and never beyond its end. */
class Reader {
  at: number;
  readonly version: number;
  readonly #bytes: Buffer;
  readonly #end: number;

  constructor(bytes: Buffer, { content, end }: Box) {
    this.#bytes = bytes;
    this.#end = end;
    this.at = content;
    this.version = this.number(1);
    this.skip(3);
  }

  skip(count: number): void {
    this.at += count;
    if (this.at > this.#end) throw new UnreadablePicture();
  }

  /** A number of so many bytes, none to eight. */
  number(size: number): number {
    const from = this.at;
    this.skip(size);
    let value = 0;
    for (let at = from; at < this.at; at++) value = value * 256 + this.#bytes[at]!;
    return value;
  }

  word(): string {
    this.skip(4);
    return this.#bytes.toString('latin1', this.at - 4, this.at);
  }
}
