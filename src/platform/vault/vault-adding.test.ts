import assert from 'node:assert/strict';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { stat, truncate } from 'node:fs/promises';
import { test } from 'node:test';
import { BeingWritten, NotAtTheEnd, TooLarge } from './errors.ts';
import { HEAD, SEALED_SEGMENT, SEGMENT } from './segments.ts';
import { cutAfter, plenty, vaultHere } from './vault.test-helper.ts';

/** Files that come piece by piece, as from a device. */

const { vault, key, homeOf, readAll, sealed, overwrite } = await vaultHere();

test('a file added to in pieces cut anywhere is the whole', async () => {
  for (let round = 0; round < 12; round++) {
    const content = randomBytes(randomInt(1, 4 * SEGMENT));
    const id = randomUUID();
    await vault.create(id, key);
    assert.equal(await vault.length(id, key), 0);
    for (let at = 0; at < content.length;) {
      const next = Math.min(content.length, at + randomInt(1, 2 * SEGMENT));
      const cut = randomInt(2) === 0;
      const piece = content.subarray(at, next);
      const adding = vault.append(id, key, at, cut ? cutAfter(piece) : [piece], plenty);
      if (cut) await assert.rejects(adding, /the line was cut/);
      else assert.deepEqual(await adding, { bytes: next });
      assert.equal(await vault.length(id, key), next);
      at = next;
    }
    assert.deepEqual(await readAll(id), content);
  }
});

test('what was cut is not passed on where it is to count as the end', async () => {
  const id = randomUUID();
  await vault.create(id, key);
  const limits = { ...plenty, whenCut: 'ends' } as const;
  assert.deepEqual(await vault.append(id, key, 0, cutAfter(Buffer.from('half')), limits), { bytes: 4 });
  assert.equal((await readAll(id)).toString(), 'half');
});

test('adding anywhere but at the end is refused with where it is', async () => {
  const id = await sealed(Buffer.from('abc'));
  for (const offset of [0, 2, 4])
    await assert.rejects(
      vault.append(id, key, offset, [Buffer.from('x')], plenty),
      (error) => error instanceof NotAtTheEnd && error.length === 3,
    );
  assert.equal((await readAll(id)).toString(), 'abc');
});

test('what is longer than it may be is refused; of an upload, what fits stays', async () => {
  const id = await sealed(Buffer.from('abc'));
  await assert.rejects(vault.append(id, key, 3, [Buffer.from('defgh')], { maxBytes: 5 }), TooLarge);
  assert.equal((await readAll(id)).toString(), 'abcde');
  await assert.rejects(vault.seal(id, key, [Buffer.alloc(6)], { maxBytes: 5 }), /larger than 5 bytes/);
  assert.equal((await readAll(id)).toString(), 'abcde');
});

test('only one adds to a file at a time', async () => {
  const id = await sealed(Buffer.from('abc'));
  const { promise: more, resolve: goOn } = Promise.withResolvers<void>();
  async function* slowly(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('d');
    await more;
  }
  const first = vault.append(id, key, 3, slowly(), plenty);
  await assert.rejects(vault.append(id, key, 3, [Buffer.from('x')], plenty), BeingWritten);
  goOn();
  // One that comes while it ends goes on after it.
  const second = vault.append(id, key, 4, [Buffer.from('e')], plenty);
  assert.deepEqual(await first, { bytes: 4 });
  assert.deepEqual(await second, { bytes: 5 });
});

test('a file is shortened to any length, and goes on from there', async () => {
  const content = randomBytes(2 * SEGMENT + 9);
  for (const length of [0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 2 * SEGMENT + 9]) {
    const id = await sealed(content);
    await vault.truncate(id, key, length);
    assert.deepEqual(await readAll(id), content.subarray(0, length), String(length));
    await vault.append(id, key, length, [Buffer.from('on')], plenty);
    assert.deepEqual(await readAll(id), Buffer.concat([content.subarray(0, length), Buffer.from('on')]));
  }
  await assert.rejects(vault.truncate(await sealed(content), key, content.length + 1), RangeError);
});

test('after a power cut an upload goes on from what is whole, and that is said with the key', async () => {
  const content = randomBytes(3 * SEGMENT + 500);
  for (const [lost, left] of [
    [1, 3 * SEGMENT],
    [500, 3 * SEGMENT],
    [528, 3 * SEGMENT],
    [528 + 9, 2 * SEGMENT],
    [528 + 2 * SEALED_SEGMENT, SEGMENT],
    [528 + 3 * SEALED_SEGMENT, 0],
  ] as const) {
    const id = await sealed(content);
    await truncate(homeOf(id), (await stat(homeOf(id))).size - lost);
    assert.equal(await vault.length(id, key), left, `${lost} bytes lost`);
    await vault.append(id, key, left, [content.subarray(left)], plenty);
    assert.deepEqual(await readAll(id), content);
  }
});

test('a hole in the middle of what a power cut left is where an upload goes on', async () => {
  const content = randomBytes(4 * SEGMENT + 500);
  const id = await sealed(content);
  await truncate(homeOf(id), HEAD + 4 * SEALED_SEGMENT + 100);
  await overwrite(id, HEAD + SEALED_SEGMENT, Buffer.alloc(SEALED_SEGMENT));
  assert.equal(await vault.length(id, key), SEGMENT);
  await vault.append(id, key, SEGMENT, [content.subarray(SEGMENT)], plenty);
  assert.deepEqual(await readAll(id), content);
});
