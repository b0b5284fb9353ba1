import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { cp, readFile, truncate } from 'node:fs/promises';
import { test } from 'node:test';
import { Damaged } from './errors.ts';
import { HEAD, SEALED_SEGMENT, SEGMENT } from './segments.ts';
import { lengths, plenty, vaultHere } from './vault.test-helper.ts';

/** Files that somebody changed, moved or shortened where they lie. */

const { vault, key, homeOf, readAll, sealed, overwrite } = await vaultHere();

test('another key, or a file under another’s name, opens nothing and is not added to', async () => {
  for (const length of lengths) {
    const id = await sealed(randomBytes(length));
    const other = randomBytes(32);
    await assert.rejects(vault.open(id, other), Damaged);
    await assert.rejects(vault.length(id, other), Damaged);
    await assert.rejects(vault.append(id, other, 0, [Buffer.from('x')], plenty), Damaged);
    await assert.rejects(vault.truncate(id, other, 0), Damaged);
    const renamed = id.slice(0, -4) + randomBytes(1).toString('hex') + id.slice(-2);
    if (renamed === id) continue;
    await cp(homeOf(id), homeOf(renamed));
    await assert.rejects(vault.open(renamed, key), Damaged);
  }
});

test('any byte that was changed is found out, and no wrong byte comes of it', async () => {
  const content = randomBytes(2 * SEGMENT + 100);
  const size = HEAD + 2 * SEALED_SEGMENT + 128;
  const places = [0, 15, 16, 30, HEAD - 1, HEAD, HEAD + 12, HEAD + 500, HEAD + SEALED_SEGMENT - 1];
  for (let round = 0; round < 20; round++) places.push(randomInt(size));
  for (const at of [...places, size - 1]) {
    const id = await sealed(content);
    const bytes = await readFile(homeOf(id));
    assert.equal(bytes.length, size);
    await overwrite(id, at, Buffer.of(bytes[at]! ^ (1 << randomInt(8))));
    const got: Buffer[] = [];
    await assert.rejects(async () => {
      for await (const piece of await vault.open(id, key)) got.push(piece as Buffer);
    }, Damaged);
    const before = Buffer.concat(got);
    assert.deepEqual(before, content.subarray(0, before.length), `byte ${at}`);
  }
});

test('segments that change places, come from another file, or are missing, are found out', async () => {
  const [id, other] = [await sealed(randomBytes(4 * SEGMENT)), await sealed(randomBytes(4 * SEGMENT))];
  const segment = (file: Buffer, index: number) =>
    file.subarray(HEAD + index * SEALED_SEGMENT, HEAD + (index + 1) * SEALED_SEGMENT);
  const own = await readFile(homeOf(id));
  const others = await readFile(homeOf(other));

  await overwrite(id, HEAD, segment(own, 1));
  await overwrite(id, HEAD + SEALED_SEGMENT, segment(own, 0));
  await assert.rejects(readAll(id), Damaged);

  await overwrite(id, HEAD, own.subarray(HEAD));
  await overwrite(id, HEAD + 2 * SEALED_SEGMENT, segment(others, 2));
  await assert.rejects(readAll(id), Damaged);

  await overwrite(id, HEAD, own.subarray(HEAD));
  await truncate(homeOf(id), HEAD + 3 * SEALED_SEGMENT);
  await assert.rejects(readAll(id), Damaged);
  await truncate(homeOf(id), HEAD);
  await assert.rejects(readAll(id), Damaged);
  await truncate(homeOf(id), HEAD - 1);
  await assert.rejects(readAll(id), Damaged);
});
