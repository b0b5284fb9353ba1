import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { NotFound, Refused } from '../errors.ts';
import { createStorage, type Storage } from './storage.ts';

let folder: string;
let storage: Storage;
before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'staffroom-storage-'));
  storage = createStorage({ folder });
});
after(() => rm(folder, { recursive: true, force: true }));

const limits = { maxBytes: 1_000_000 };
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const kept = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('a file comes back as it was sent, under the fingerprint of its content', async () => {
  const notes = Buffer.from('Starting points\n'.repeat(10_000));
  const stored = await storage.put(Readable.from([notes.subarray(0, 77), notes.subarray(77)]), limits);
  assert.deepEqual(stored, { sha256: sha256(notes), bytes: notes.length, mediaType: 'text/plain' });
  assert.deepEqual(await buffer(await storage.open(stored.sha256)), notes);
  const home = path.join(folder, stored.sha256.slice(0, 2), stored.sha256.slice(2, 4), stored.sha256);
  assert.deepEqual(await readFile(home), notes);
});

test('what a file is, is read from its first and last bytes, in whatever pieces it comes', async () => {
  const list = '[Content_Types].xml word/document.xml';
  const document = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200_000, 7), Buffer.from(list)]);
  const pieces = Array.from({ length: 201 }, (_, at) => document.subarray(at * 1000, (at + 1) * 1000));
  const { mediaType, ...stored } = await storage.put(Readable.from(pieces), limits);
  assert.match(mediaType, /wordprocessingml/);
  assert.deepEqual(stored, { sha256: sha256(document), bytes: document.length });
});

test('a part of a file can be read alone', async () => {
  const { sha256: id } = await storage.put(Buffer.from('abcdefghij'), limits);
  assert.equal((await buffer(await storage.open(id, { start: 2, end: 4 }))).toString(), 'cde');
});

test('the same content twice, even at the same time, is kept once', async () => {
  const before = (await kept()).length;
  const twice = await Promise.all([
    storage.put(Buffer.from('the same'), limits),
    storage.put(Buffer.from('the same'), limits),
  ]);
  assert.deepEqual(twice[0], twice[1]);
  assert.equal((await kept()).length, before + 1);
});

test('a photo is kept without its metadata, and the fingerprint is of what is kept', async () => {
  const secret = Buffer.from('\xff\xe1\0\x0dGPS 51.5 N!', 'latin1');
  const picture = Buffer.from('\xff\xda\0\x02pixels\xff\xd9', 'latin1');
  const stored = await storage.put(Buffer.concat([Buffer.from([0xff, 0xd8]), secret, picture]), limits);
  const expected = Buffer.concat([Buffer.from([0xff, 0xd8]), picture]);
  assert.deepEqual(stored, { sha256: sha256(expected), bytes: expected.length, mediaType: 'image/jpeg' });
  assert.deepEqual(await buffer(await storage.open(stored.sha256)), expected);
});

test('a file that is too large is refused with the limit in words, and nothing of it stays', async () => {
  const before = await kept();
  let sent = 0;
  const endless = Readable.from(
    (async function* () {
      for (;;) yield Buffer.alloc(64 * 1024, (sent += 1));
    })(),
  );
  await assert.rejects(
    storage.put(endless, { maxBytes: 2 * 1024 * 1024 }),
    (error) => error instanceof Refused && error.message.includes('2 MB'),
  );
  assert.ok(sent < 50, 'reading stops soon after the limit');
  await assert.rejects(
    storage.put(Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1]), limits),
    /could not read this picture/,
  );
  assert.deepEqual(await kept(), before);
});

test('an upload that breaks off leaves nothing behind', async () => {
  const before = await kept();
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half a');
      throw new Error('connection lost');
    })(),
  );
  await assert.rejects(storage.put(broken, limits), /connection lost/);
  assert.deepEqual(await kept(), before);
});

test('a removed file is gone, and removing it again is no matter', async () => {
  const { sha256: id } = await storage.put(Buffer.from('to be erased'), limits);
  await storage.remove(id);
  await assert.rejects(storage.open(id), NotFound);
  await storage.remove(id);
});

test('only a fingerprint opens a file, never a path', async () => {
  await writeFile(path.join(folder, 'secret'), 'instance key');
  for (const name of ['../secret', 'secret', '', 'A'.repeat(64), `${'a'.repeat(64)}/../../secret`]) {
    await assert.rejects(storage.open(name), NotFound, name);
    await assert.rejects(storage.remove(name), NotFound, name);
  }
});

test('what a power cut left half written is swept away, what is being written is not', async () => {
  const incoming = path.join(folder, 'incoming');
  await writeFile(path.join(incoming, 'old'), 'half');
  await writeFile(path.join(incoming, 'new'), 'half');
  await utimes(path.join(incoming, 'old'), new Date('2026-01-01'), new Date('2026-01-01'));
  assert.equal(await storage.sweep(new Date('2026-06-01')), 1);
  assert.deepEqual(await readdir(incoming), ['new']);
});
