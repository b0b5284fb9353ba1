import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { Refused } from '#platform/errors.ts';
import { archiveLimits, withoutOneFolder } from './archive.ts';
import { readZip } from './read-zip.ts';

const refuses = (bytes: Uint8Array, says: RegExp, limits = archiveLimits): void =>
  assert.throws(
    () => [...readZip(bytes, limits).values()].forEach((entry) => entry.open()),
    (error: unknown) => error instanceof Refused && says.test(error.message),
  );
const zip = (files: Record<string, string | Uint8Array>, level: 0 | 6 = 6): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? strToU8(text) : text]),
      ),
      { level },
    ),
  );

/** Changes each header of a kind: 0x04034b50 stands before the bytes, 0x02014b50 in the directory. */
function forge(bytes: Buffer, signature: number, change: (view: Buffer) => void): Buffer {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4)) change(bytes.subarray(at));
  return bytes;
}
const local = 0x04034b50;
const central = 0x02014b50;

test('files are read from memory and from a file on disk, and only what is asked for', async () => {
  const bytes = zip({
    'a/b.txt': 'words',
    'a/c.bin': new Uint8Array(100_000),
    '__MACOSX/x': 'x',
    'empty.txt': '',
  });
  const folder = await mkdtemp(join(tmpdir(), 'packages-'));
  try {
    await writeFile(join(folder, 'x.zip'), bytes);
    for (const archive of [readZip(bytes), readZip(join(folder, 'x.zip'))]) {
      assert.deepEqual([...archive.keys()], ['a/b.txt', 'a/c.bin', 'empty.txt']);
      assert.equal(Buffer.from(archive.get('a/b.txt')!.open()).toString(), 'words');
      assert.equal(archive.get('a/c.bin')!.head().length, 4096);
      assert.equal(archive.get('a/c.bin')!.open().length, 100_000);
      assert.equal(archive.get('empty.txt')!.open().length, 0);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('names are read in UTF-8 and in the alphabet of DOS, with either slash', () => {
  assert.deepEqual([...readZip(zip({ 'Übung é.txt': 'x' })).keys()], ['Übung é.txt']);
  const dos = zip({ 'x\\y~.txt': 'x' });
  for (let at = dos.indexOf('~'); at >= 0; at = dos.indexOf('~', at)) dos[at] = 0x81;
  assert.deepEqual([...readZip(dos).keys()], ['x/yü.txt']);
  const inFolder = withoutOneFolder(readZip(zip({ 'Course/a.txt': 'a', 'Course/b/c.txt': 'b' })));
  assert.deepEqual([...inFolder.keys()], ['a.txt', 'b/c.txt']);
});

test('names that lead out of the package are refused', () => {
  for (const name of [
    '../x',
    'a/../../x',
    '/etc/passwd',
    'C:/x',
    'c:x',
    '..\\x',
    '\\\\server\\x',
    'a\0b',
    'a\u202etxt.exe',
  ])
    refuses(zip({ [name]: 'x' }), /names files outside itself/);
});

test('bombs are refused before they are unpacked', () => {
  refuses(zip({ x: new Uint8Array(12_000_000) }), /too large/);
  refuses(zip({ x: 'abcdefgh', y: 'abcdefgh' }, 0), /too large/, { ...archiveLimits, totalBytes: 10 });
  refuses(zip({ x: 'abcdefgh' }, 0), /too large/, { ...archiveLimits, entryBytes: 5 });
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`${at}`, '']));
  refuses(zip(many), /more than 2,?000 files/, { ...archiveLimits, entries: 2000 });
});

test('a bomb within a package stays a file, packed as it came', () => {
  const inner = zip({ x: new Uint8Array(12_000_000) });
  assert.deepEqual(
    Buffer.from(
      readZip(zip({ 'inner.zip': inner }))
        .get('inner.zip')!
        .open(),
    ),
    inner,
  );
});

test('sizes that lie unpack to nothing', () => {
  const bomb = (): Buffer => zip({ x: new Uint8Array(12_000_000) });
  const lie = (size: number): Buffer =>
    forge(
      forge(bomb(), central, (view) => view.writeUInt32LE(size, 24)),
      local,
      (view) => view.writeUInt32LE(size, 22),
    );
  const lies = [lie(100), lie(0)];
  const before = process.memoryUsage().arrayBuffers;
  for (const bytes of lies) refuses(bytes, /damaged/);
  assert.ok(process.memoryUsage().arrayBuffers - before < 1_000_000, 'not even for a moment');
  refuses(
    forge(zip({ x: 'words' }), central, (view) => view.writeUInt32LE(6, 24)),
    /damaged/,
  );
  refuses(
    forge(zip({ x: 'words' }), central, (view) => view.writeUInt32LE(0xfffffff, 20)),
    /damaged/,
  );
  refuses(
    forge(zip({ x: 'words' }), central, (view) => view.writeUInt32LE(1, 16)),
    /damaged/,
    archiveLimits,
  );
});

test('entries that share their bytes, or have one name, are refused', () => {
  const two = zip({ a: 'words of the first', b: 'words of the other' });
  refuses(
    forge(two, central, (view) => view.writeUInt32LE(0, 42)),
    /damaged/,
  );
  const twice = zip({ a: 'x', b: 'y' });
  forge(twice, central, (view) => view.writeUInt8('a'.charCodeAt(0), 46));
  refuses(twice, /holds “a” twice/);
  refuses(zip({ 'a/./b': 'x', 'a/b': 'y' }), /twice/);
});

test('links, passwords and other ways of packing are refused in words', () => {
  refuses(
    Buffer.from(zipSync({ link: [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] })),
    /links instead of files/,
  );
  refuses(
    forge(zip({ x: 'x' }), central, (view) => view.writeUInt16LE(1, 8)),
    /password/,
  );
  refuses(
    forge(zip({ x: 'x' }), central, (view) => view.writeUInt16LE(14, 10)),
    /ordinary zip/,
  );
});

test('whatever is broken says so, and nothing else is thrown', () => {
  const whole = zip({ a: 'some words', 'b/c': 'more words' });
  for (let length = 0; length < whole.length; length += 1) refuses(whole.subarray(0, length), /damaged/);
  for (let at = 0; at < whole.length; at += 1)
    for (const value of [0, 0x7f, 0xff]) {
      const broken = Buffer.from(whole);
      broken[at] = value;
      try {
        for (const entry of readZip(broken).values()) {
          entry.head();
          entry.open();
        }
      } catch (error) {
        assert.ok(error instanceof Refused, `byte ${at}: ${String(error)}`);
      }
    }
});

test('long numbers (zip64) are read', () => {
  const plain = zip({ x: 'words' }, 0);
  const end = plain.length - 22;
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50);
  record.writeBigUInt64LE(1n, 32);
  record.writeBigUInt64LE(BigInt(plain.readUInt32LE(end + 12)), 40);
  record.writeBigUInt64LE(BigInt(plain.readUInt32LE(end + 16)), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50);
  locator.writeBigUInt64LE(BigInt(end), 8);
  const last = Buffer.from(plain.subarray(end));
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(0xffffffff, 16);
  const long = Buffer.concat([plain.subarray(0, end), record, locator, last]);
  assert.equal(Buffer.from(readZip(long).get('x')!.open()).toString(), 'words');
});
