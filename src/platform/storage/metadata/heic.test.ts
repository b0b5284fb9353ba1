import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripHeic } from './heic.ts';
import { UnreadablePicture } from './unreadable-picture.ts';

const SECRET = 'GPS 51.5074N Mrs Jones iPhone';
const latin = (text: string) => Buffer.from(text, 'latin1');
const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number) => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)]);

const box = (type: string, ...content: Buffer[]): Buffer => {
  const inside = Buffer.concat(content);
  return Buffer.concat([u32(inside.length + 8), latin(type), inside]);
};
const full = (type: string, version: number, ...content: Buffer[]): Buffer =>
  box(type, Buffer.from([version, 0, 0, 0]), ...content);

/** Items as a phone lists them: `at` is where each lies, in the file or, for `inMeta`, in the part beside the list. */
interface Item {
  id: number;
  kind: string;
  at: number;
  length: number;
  inMeta?: boolean;
}

const listOf = (items: readonly Item[]) =>
  full(
    'iinf',
    0,
    u16(items.length),
    ...items.map(({ id, kind }) => full('infe', 2, u16(id), u16(0), latin(kind), latin('\0'))),
  );
const placesOf = (items: readonly Item[]) =>
  full(
    'iloc',
    1,
    u16(0x4400),
    u16(items.length),
    ...items.map(({ id, at, length, inMeta }) =>
      Buffer.concat([u16(id), u16(inMeta ? 1 : 0), u16(0), u16(1), u32(at), u32(length)]),
    ),
  );

const TILE = latin('the picture itself');
const GRID = latin('how tiles lie');
const TURN = box('irot', Buffer.from([1]));
const head = box('ftyp', latin('heic'), u32(0), latin('mif1heic'));

/** A picture of one tile with Exif and XMP, a description, the film of a motion photo, and a maker's notes at its end. */
function photo(after: Buffer = Buffer.alloc(0)): Buffer {
  const metaFor = (from: number) => {
    const items: Item[] = [
      { id: 1, kind: 'hvc1', at: from, length: TILE.length },
      { id: 2, kind: 'grid', at: 0, length: GRID.length, inMeta: true },
      { id: 3, kind: 'Exif', at: from + TILE.length, length: SECRET.length },
      { id: 4, kind: 'mime', at: GRID.length, length: SECRET.length, inMeta: true },
    ];
    return full(
      'meta',
      0,
      full('hdlr', 0, Buffer.alloc(20)),
      listOf(items),
      placesOf(items),
      box('iprp', box('ipco', TURN, box('udes', latin(SECRET)))),
      box('idat', GRID, latin(SECRET)),
      box('xml ', latin(SECRET)),
    );
  };
  const from = head.length + metaFor(0).length + 8;
  return Buffer.concat([
    head,
    metaFor(from),
    box('mdat', TILE, latin(SECRET)),
    box('mpvd', latin(SECRET)),
    after,
  ]);
}

test('an iPhone photo loses place, maker, descriptions and film, and stays in its place byte for byte', () => {
  const before = photo();
  const stripped = stripHeic(before);
  assert.ok(!stripped.includes('Jones'));
  assert.equal(stripped.length, before.length);
  for (const part of [head, TILE, GRID, TURN])
    assert.equal(stripped.indexOf(part), before.indexOf(part), part.toString('latin1'));
  for (let at = 0; at < before.length; at++)
    assert.ok(
      stripped[at] === before[at] ||
        stripped[at] === 0 ||
        'free'.includes(String.fromCharCode(stripped[at]!)),
    );
  assert.deepEqual(stripHeic(stripped), stripped);
});

test('what a phone writes after the end of the picture goes', () => {
  assert.deepEqual(stripHeic(photo(latin(`\xff\xff${SECRET}`))), stripHeic(photo()));
});

test('a HEIC picture whose parts do not add up is refused, never kept with its metadata', () => {
  const whole = photo();
  const broken = Buffer.from(whole);
  broken.writeUInt32BE(whole.length, whole.indexOf('iloc') - 4);
  const beyond = Buffer.from(whole);
  beyond.writeUInt32BE(whole.length, whole.indexOf('iloc') + 8 + 4 + 8 + 2);
  for (const bad of [
    head,
    broken,
    beyond,
    whole.subarray(0, whole.indexOf('iloc')),
    Buffer.concat([head, full('meta', 0, listOf([]))]),
    latin('\0\0'),
  ])
    assert.throws(() => stripHeic(bad), UnreadablePicture);
  assert.deepEqual(whole, photo(), 'what was sent is left as it was');
});

test('a list that names the same bytes over and over is refused at once', () => {
  const items = Array.from({ length: 2000 }, (_, at) => ({
    id: at + 1,
    kind: 'Exif',
    at: 0,
    length: 20_000,
  }));
  const many = Buffer.concat([head, full('meta', 0, listOf(items), placesOf(items))]);
  assert.throws(() => stripHeic(many), UnreadablePicture);
});

test('no bytes, however they are mixed up, do more than be refused', () => {
  const whole = photo();
  for (let at = 0; at < whole.length; at++)
    for (const value of [0, 1, 0xff]) {
      const mixed = Buffer.from(whole);
      mixed[at] = value;
      try {
        stripHeic(mixed);
      } catch (error) {
        assert.ok(error instanceof UnreadablePicture, `${at}: ${String(error)}`);
      }
    }
});
