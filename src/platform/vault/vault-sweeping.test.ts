import assert from 'node:assert/strict';
import { stat, utimes } from 'node:fs/promises';
import { test } from 'node:test';
import { vaultHere } from './vault.test-helper.ts';

const { vault, key, homeOf, sealed } = await vaultHere();

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
