import assert from 'node:assert/strict';
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { cp, mkdtemp, open, readFile, rm, stat, truncate, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { NotFound } from '../errors.ts';
import { BeingWritten, Damaged, NotAtTheEnd, TooLarge } from './errors.ts';
import { HEAD, SEALED_SEGMENT, SEGMENT } from './segments.ts';
import { createVault } from './vault.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'staffroom-vault-'));
after(() => rm(folder, { recursive: true, force: true }));

const vault = createVault({ folder, waits: 50 });
const key = randomBytes(32);
const plenty = { maxBytes: 100_000_000 };
const homeOf = (id: string) => path.join(folder, id.slice(-2), id);
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const readAll = async (id: string) => buffer(await vault.open(id, key));

async function sealed(content: Uint8Array): Promise<string> {
  const id = randomUUID();
  await vault.seal(id, key, [content]);
  return id;
}

/** Around the ends of segments, where mistakes would be. */
const lengths = [0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 3 * SEGMENT + 77];

/** Changes the bytes on the disk from a place on. */
async function overwrite(id: string, at: number, bytes: Uint8Array): Promise<void> {
  const handle = await open(homeOf(id), 'r+');
  await handle.write(bytes, 0, bytes.length, at).finally(() => handle.close());
}

/** A source whose line is cut once it has given this. */
async function* cutAfter(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
  throw new Error('the line was cut');
}

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

test('what a power cut left of passing files goes; what is in use stays', async () => {
  const [left, inUse] = [await vault.workFolder(), await vault.workFolder()];
  const longAgo = new Date('2026-01-01T00:00:00Z');
  await utimes(left.path, longAgo, longAgo);
  assert.equal(await vault.sweepWork(new Date('2026-01-02T00:00:00Z')), 1);
  await assert.rejects(stat(left.path), /ENOENT/);
  await stat(inUse.path);
  await Promise.all([left.remove(), inUse.remove()]);
});

test('what nothing names goes after a while; what is named, or new, stays', async () => {
  const [named, forgotten, fresh] = [await sealed(key), await sealed(key), await sealed(key)];
  const longAgo = new Date('2026-01-01T00:00:00Z');
  for (const id of [named, forgotten]) await utimes(homeOf(id), longAgo, longAgo);
  assert.equal(await vault.sweepUnnamed(new Date('2026-01-02T00:00:00Z'), async () => new Set([named])), 1);
  assert.deepEqual(
    [await vault.length(named), await vault.length(forgotten), await vault.length(fresh)],
    [32, null, 32],
  );
});
