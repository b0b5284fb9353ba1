import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripJpeg } from './jpeg.ts';
import { orientationOnly, readOrientation } from './orientation.ts';
import { pngChunk, stripPng } from './png.ts';
import { UnreadablePicture } from './unreadable-picture.ts';
import { stripWebp, webpChunk } from './webp.ts';

const SECRET = 'GPS 51.5074N Mrs Jones iPhone';

/** An EXIF block as a camera writes it: a maker, an orientation, a pointer to a place, and the secret. */
function tiff(order: 'II' | 'MM', orientation: number): Buffer {
  const block = Buffer.alloc(8 + 2 + 3 * 12 + 4);
  const little = order === 'II';
  const u16 = (value: number, at: number) =>
    little ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at);
  block.write(order, 0, 'latin1');
  u16(42, 2);
  u32(8, 4);
  u16(3, 8);
  const entries = [
    [0x010f, 2, SECRET.length, block.length],
    [0x0112, 3, 1, 0],
    [0x8825, 4, 1, block.length],
  ] as const;
  entries.forEach(([tag, type, count, value], i) => {
    const at = 10 + i * 12;
    u16(tag, at);
    u16(type, at + 2);
    u32(count, at + 4);
    u32(value, at + 8);
  });
  u16(orientation, 10 + 12 + 8);
  return Buffer.concat([block, Buffer.from(SECRET)]);
}

const latin = (text: string) => Buffer.from(text, 'latin1');

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

const exif = (block: Buffer) => segment(0xe1, Buffer.concat([latin('Exif\0\0'), block]));
const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
const JFIF = segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'));
const PROFILE = segment(0xe2, latin('ICC_PROFILE\0\x01\x01colours'));
const TABLES = segment(0xdb, Buffer.alloc(65, 7));
const FRAME = segment(0xc2, Buffer.alloc(15, 3));
const SCAN = Buffer.concat([
  segment(0xda, Buffer.alloc(8, 1)),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56]),
]);
const jpegMetadata = [
  segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)),
  segment(0xe2, latin(`MPF\0${SECRET}`)),
  segment(0xed, latin(`Photoshop 3.0\0${SECRET}`)),
  segment(0xfe, latin(SECRET)),
  segment(0xe0, latin(`JFXX\0${SECRET}`)),
];

test('a photo loses place, maker and comments, and keeps its picture byte for byte', () => {
  const photo = Buffer.concat([
    SOI,
    JFIF,
    exif(tiff('II', 1)),
    ...jpegMetadata,
    PROFILE,
    TABLES,
    FRAME,
    SCAN,
    TABLES,
    SCAN,
    EOI,
  ]);
  const stripped = stripJpeg(photo);
  assert.ok(!stripped.includes(SECRET));
  assert.deepEqual(stripped, Buffer.concat([SOI, JFIF, PROFILE, TABLES, FRAME, SCAN, TABLES, SCAN, EOI]));
});

test('a photo taken sideways stays the right way up', () => {
  for (const order of ['II', 'MM'] as const) {
    for (let orientation = 2; orientation <= 8; orientation++) {
      const stripped = stripJpeg(
        Buffer.concat([SOI, JFIF, exif(tiff(order, orientation)), TABLES, FRAME, SCAN, EOI]),
      );
      assert.ok(!stripped.includes(SECRET));
      const at = stripped.indexOf('Exif\0\0');
      assert.equal(readOrientation(stripped.subarray(at + 6)), orientation);
      const length = stripped.readUInt16BE(at - 2);
      assert.equal(length, 2 + 6 + 26, 'the segment holds the orientation and nothing more');
      assert.deepEqual(stripped.subarray(at - 2 + length), Buffer.concat([TABLES, FRAME, SCAN, EOI]));
    }
  }
});

test('a second picture or film hidden after the end of the photo goes', () => {
  const photo = Buffer.concat([SOI, TABLES, FRAME, SCAN, EOI]);
  const motion = Buffer.concat([photo, SOI, exif(tiff('MM', 6)), EOI, latin(`ftypmp42${SECRET}`)]);
  assert.deepEqual(stripJpeg(motion), photo);
});

test('a photo cut short in its picture is kept as far as it goes', () => {
  const cut = Buffer.concat([SOI, exif(tiff('II', 1)), TABLES, FRAME, SCAN]);
  assert.deepEqual(stripJpeg(cut), Buffer.concat([SOI, TABLES, FRAME, SCAN]));
});

test('a photo whose parts do not add up is refused, never kept with its metadata', () => {
  const half = exif(tiff('II', 1)).subarray(0, 30);
  for (const broken of [
    Buffer.concat([SOI, half]),
    Buffer.concat([SOI, latin('nonsense')]),
    Buffer.concat([SOI, Buffer.from([0xff, 0xe1, 0, 1])]),
  ]) {
    assert.throws(() => stripJpeg(broken), UnreadablePicture);
  }
});

test('an orientation that says nothing, or cannot be read, is not kept', () => {
  assert.equal(orientationOnly(tiff('II', 1)), null);
  assert.equal(orientationOnly(tiff('II', 9)), null);
  assert.equal(orientationOnly(Buffer.alloc(0)), null);
  assert.equal(orientationOnly(latin('II*\0\xff\xff\xff\xff')), null);
  for (let length = 0; length < 46; length++)
    assert.doesNotThrow(() => readOrientation(tiff('MM', 6).subarray(0, length)));
});

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const IHDR = pngChunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
const IDAT = pngChunk('IDAT', Buffer.from([0x78, 0x9c, 0x63, 0, 0, 0, 2, 0, 1]));
const IEND = pngChunk('IEND', Buffer.alloc(0));

test('a chunk carries the checksum the format asks for', () => {
  assert.equal(IEND.toString('hex'), '0000000049454e44ae426082');
});

test('a PNG loses its texts, times and private notes, and keeps how it looks', () => {
  const gamma = pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f]));
  const png = Buffer.concat([
    PNG_HEAD,
    IHDR,
    gamma,
    ...['tEXt', 'zTXt', 'iTXt', 'tIME', 'caBX', 'prVt'].map((type) => pngChunk(type, latin(SECRET))),
    pngChunk('eXIf', tiff('MM', 1)),
    IDAT,
    IEND,
    latin(SECRET),
  ]);
  assert.deepEqual(stripPng(png), Buffer.concat([PNG_HEAD, IHDR, gamma, IDAT, IEND]));
  const turned = stripPng(Buffer.concat([PNG_HEAD, IHDR, pngChunk('eXIf', tiff('II', 6)), IDAT, IEND]));
  assert.ok(!turned.includes(SECRET));
  assert.equal(readOrientation(turned.subarray(turned.indexOf('eXIf') + 4)), 6);
});

test('a PNG without an end, or with a chunk longer than the file, is refused', () => {
  assert.throws(() => stripPng(Buffer.concat([PNG_HEAD, IHDR, IDAT])), UnreadablePicture);
  assert.throws(
    () => stripPng(Buffer.concat([PNG_HEAD, IHDR, latin('\0\xff\0\0IDATxxxx')])),
    UnreadablePicture,
  );
});

function webp(...chunks: Buffer[]): Buffer {
  const body = Buffer.concat([latin('WEBP'), ...chunks]);
  const head = latin('RIFF\0\0\0\0');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
const vp8x = (flags: number) => webpChunk('VP8X', Buffer.from([flags, 0, 0, 0, 9, 0, 0, 9, 0, 0]));
const VP8 = webpChunk('VP8 ', Buffer.alloc(7, 5));

test('a WebP picture loses its metadata, and its head says so', () => {
  const alpha = 0x10;
  const source = webp(
    vp8x(alpha | 0x0c),
    VP8,
    webpChunk('EXIF', tiff('II', 1)),
    webpChunk('XMP ', latin(SECRET)),
    webpChunk('note', latin(SECRET)),
  );
  assert.deepEqual(stripWebp(source), webp(vp8x(alpha), VP8));
  assert.deepEqual(stripWebp(Buffer.concat([source, latin(SECRET)])), webp(vp8x(alpha), VP8));
  assert.deepEqual(stripWebp(webp(VP8)), webp(VP8));
});

test('a WebP picture taken sideways keeps its orientation alone', () => {
  const prefixed = Buffer.concat([latin('Exif\0\0'), tiff('MM', 8)]);
  for (const block of [tiff('MM', 8), prefixed]) {
    const stripped = stripWebp(webp(vp8x(0x0c), VP8, webpChunk('EXIF', block)));
    assert.ok(!stripped.includes(SECRET));
    assert.equal(stripped.readUInt8(20), 0x08);
    assert.equal(readOrientation(stripped.subarray(stripped.indexOf('EXIF') + 8)), 8);
    assert.equal(stripped.readUInt32LE(4), stripped.length - 8);
  }
});

test('a WebP picture whose parts do not add up is refused', () => {
  assert.throws(() => stripWebp(webp(VP8).subarray(0, 20)), UnreadablePicture);
  assert.throws(() => stripWebp(webp(latin('VP8 \xff\xff\0\0'))), UnreadablePicture);
  assert.throws(() => stripWebp(webp()), UnreadablePicture);
});
