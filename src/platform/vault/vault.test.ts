import assert from 'node:assert/strict';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { NotFound } from '../errors.ts';
import { HEAD, SEALED_SEGMENT, SEGMENT } from './segments.ts';
import { cutAfter, lengths, plenty, sha256, vaultHere } from './vault.test-helper.ts';

const { vault, key, homeOf, readAll, sealed, overwrite } = await vaultHere();

test('what is sealed comes back as it was, of any length', async () => {
  for (const length of lengths) {
    const content = randomBytes(length);
    const id = randomUUID();
    const pieces = [content.subarray(0, length >> 1), content.subarray(length >> 1)];
    assert.deepEqual(await vault.seal(id, key, Readable.from(pieces)), {
      bytes: length,
      sha256: sha256(content),
    });
    assert.deepEqual(await readAll(id), content, String(length));
    assert.equal(await vault.digest(id, key), sha256(content));
    assert.equal(await vault.length(id), length);
    assert.equal(await vault.length(id, key), length);
  }
});

test('nothing of the content lies on the disk in the clear, and the same content never looks the same', async () => {
  const content = Buffer.from('Year 4, fractions. '.repeat(10_000));
  const [one, other] = [
    await readFile(homeOf(await sealed(content))),
    await readFile(homeOf(await sealed(content))),
  ];
  assert.equal(one.includes('fractions'), false);
  assert.equal(one.subarray(HEAD).equals(other.subarray(HEAD)), false);
});

test('any part of a file is that part', async () => {
  const content = randomBytes(3 * SEGMENT + 77);
  const id = await sealed(content);
  const edges = [0, 1, SEGMENT - 1, SEGMENT, 2 * SEGMENT - 1, 2 * SEGMENT, 3 * SEGMENT, content.length - 1];
  const parts = edges.flatMap((start) => edges.filter((end) => end >= start).map((end) => ({ start, end })));
  for (let round = 0; round < 20; round++) {
    const start = randomInt(content.length);
    parts.push({ start, end: randomInt(start, content.length) });
  }
  for (const { start, end } of parts)
    assert.deepEqual(
      await buffer(await vault.open(id, key, { start, end })),
      content.subarray(start, end + 1),
      `${start} to ${end}`,
    );
  for (const [start, end] of [
    [0, content.length],
    [-1, 5],
    [9, 8],
  ] as const)
    await assert.rejects(vault.open(id, key, { start, end }), RangeError);
});

test('a part is read without the rest, and no further than somebody takes it', async () => {
  const id = await sealed(randomBytes(40 * SEGMENT));
  await overwrite(id, HEAD + 20 * SEALED_SEGMENT + 500, Buffer.from('changed'));
  await buffer(await vault.open(id, key, { start: 21 * SEGMENT, end: 30 * SEGMENT }));
  const stream = await vault.open(id, key);
  await new Promise((resolve) => stream.once('readable', resolve));
  // Segment 20 is not reached, though nobody stopped reading: nobody has asked for more than the first.
  assert.equal(stream.errored, null);
  assert.ok(stream.readableLength <= 3 * SEGMENT);
  stream.destroy();
});

test('what is not there says so, and no path is made of what is no id', async () => {
  const id = randomUUID();
  assert.equal(await vault.length(id), null);
  assert.equal(await vault.length(id, key), null);
  await vault.remove(id);
  await assert.rejects(vault.open(id, key), NotFound);
  await assert.rejects(vault.append(id, key, 0, [], plenty), NotFound);
  for (const name of ['../../etc/passwd', '', `${id}/..`, id.toUpperCase().replace(/\d/g, 'A')])
    await assert.rejects(vault.open(name, key), NotFound);
});

test('an id is begun once, and forgotten for good', async () => {
  const id = randomUUID();
  await vault.create(id, key);
  await assert.rejects(vault.create(id, key), /EEXIST/);
  await vault.remove(id);
  assert.equal(await vault.length(id), null);
});

test('a file that could not be sealed leaves the one before, and nothing beside it', async () => {
  const id = await sealed(Buffer.from('before'));
  await assert.rejects(vault.seal(id, key, cutAfter(Buffer.from('after'))), /the line was cut/);
  assert.equal((await readAll(id)).toString(), 'before');
  assert.equal(await vault.sweepWork(new Date(Date.now() + 1000)), 0);
});

test(
  'nobody else on the machine can read the files or look into the folders',
  { skip: process.platform === 'win32' },
  async () => {
    const id = await sealed(Buffer.from('x'));
    const work = await vault.workFolder();
    const mode = async (what: string) => (await stat(what)).mode & 0o777;
    assert.equal(await mode(homeOf(id)), 0o600);
    for (const each of [path.dirname(homeOf(id)), work.path, path.dirname(work.path)])
      assert.equal(await mode(each), 0o700, each);
    await work.remove();
    await assert.rejects(stat(work.path), /ENOENT/);
  },
);
