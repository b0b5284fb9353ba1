import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAccepted, listLicences } from './licences.ts';

test('everything that a running Staffroom uses may be passed on with it', async () => {
  const all = await listLicences();
  assert.ok(all.some(({ name }) => name === 'fastify'));
  assert.deepEqual(
    all.filter(({ licence }) => !isAccepted(licence)),
    [],
  );
});

test('what is only used to build and test is not counted', async () => {
  assert.equal(
    (await listLicences()).some(({ name }) => name === 'typescript'),
    false,
  );
});

test('of two licences to choose from one is enough, of two that hold together both are needed', () => {
  assert.equal(isAccepted('(GPL-3.0-only OR MIT)'), true);
  assert.equal(isAccepted('GPL-3.0-only AND MIT'), false);
  assert.equal(isAccepted('none stated'), false);
});
