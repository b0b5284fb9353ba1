import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translateEffect, workedExample } from './effect-translator.ts';
import { scene, wordsOf } from './evaluation.scene.ts';

test('the worked example: 0.13 where pupils gain 0.52 anyway is a quarter more', () => {
  const { growth, faster, monthsMore, percentile } = translateEffect(workedExample);
  assert.equal(growth.toFixed(2), '0.52');
  assert.equal(Math.round(faster * 100), 25);
  assert.equal(monthsMore.toFixed(1), '4.6');
  assert.equal(Math.round(percentile), 55);
});

test('no effect leaves everything where it was, and a harmful one is not hidden', () => {
  assert.deepEqual(
    [
      translateEffect({ ...workedExample, effect: 0 }).faster,
      Math.round(translateEffect({ ...workedExample, effect: 0 }).percentile),
    ],
    [0, 50],
  );
  assert.ok(translateEffect({ ...workedExample, effect: -0.2 }).percentile < 50);
  assert.throws(() => translateEffect({ ...workedExample, years: 1, lastYear: 0 }), RangeError);
});

test('the page shows its assumptions, and takes other ones', async () => {
  const stage = await scene();
  const teacher = await stage.as('teacher');
  const page = wordsOf(await teacher.get('/evidence/effect-translator'));
  assert.match(page, /0\.13 ÷ 0\.52 = 25%/);
  assert.match(page, /What it cannot say/);
  assert.match(wordsOf(await teacher.get('/evidence/effect-translator?yearly=0.5')), /= 15%/);
  assert.match(
    wordsOf(await teacher.get('/evidence/effect-translator?yearly=nonsense')),
    /Write a number from/,
  );
  assert.equal((await (await stage.as('pupil')).get('/evidence/effect-translator')).status, 403);
});
