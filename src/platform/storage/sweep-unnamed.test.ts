import assert from 'node:assert/strict';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { createStorage } from './storage.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'staffroom-sweep-'));
after(() => rm(folder, { recursive: true, force: true }));

const storage = createStorage({ folder });
const keep = (text: string) => storage.put(Buffer.from(text), { maxBytes: 1000 });
const age = (sha256: string, at: Date) =>
  utimes(path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), at, at);
const isKept = (sha256: string) =>
  storage.open(sha256).then(
    (stream) => (stream.destroy(), true),
    () => false,
  );

test('what nothing names goes after a day; what is named, or new, stays', async () => {
  const [named, forgotten, fresh] = [await keep('named'), await keep('forgotten'), await keep('fresh')];
  const longAgo = new Date('2026-01-01T00:00:00Z');
  await age(named.sha256, longAgo);
  await age(forgotten.sha256, longAgo);

  const swept = await storage.sweepUnnamed(
    new Date('2026-01-02T00:00:00Z'),
    async () => new Set([named.sha256]),
  );

  assert.equal(swept, 1);
  assert.deepEqual(
    [await isKept(named.sha256), await isKept(forgotten.sha256), await isKept(fresh.sha256)],
    [true, false, true],
  );
});

test('content that is uploaded again while the sweep asks about it stays', async () => {
  const { sha256 } = await keep('again');
  await age(sha256, new Date('2026-01-01T00:00:00Z'));
  await storage.sweepUnnamed(new Date('2026-01-02T00:00:00Z'), async () => {
    await keep('again');
    return new Set();
  });
  assert.equal(await isKept(sha256), true);
});
