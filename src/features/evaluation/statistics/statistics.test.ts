import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceOfChanges, estimate, pairedChange } from './change.ts';
import { mean, median, rounded, standardDeviation } from './describe.ts';
import { criticalT } from './student-t.ts';

const near = (actual: number | undefined, expected: number, within = 5e-4) =>
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) < within,
    `${actual} is not near ${expected}`,
  );

test('mean, median and standard deviation of a list', () => {
  assert.equal(mean([2, 4, 4, 4, 5, 5, 7, 9]), 5);
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  near(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9]), 2.1381);
  assert.throws(() => mean([]), RangeError);
  assert.throws(() => standardDeviation([1]), RangeError);
  assert.ok(Object.is(rounded(-0.001), 0));
});

test('critical values of t are those of the printed tables', () => {
  for (const [df, value] of [
    [1, 12.7062],
    [4, 2.7764],
    [10, 2.2281],
    [30, 2.0423],
    [120, 1.9799],
    [60, 2.0003],
  ] as const)
    near(criticalT(df), value, 1.1e-4);
  near(criticalT(10, 0.99), 3.1693);
});

test('an interval around the mean of five figures', () => {
  const five = estimate([1, 2, 3, 4, 5])!;
  near(five.low, 3 - (2.7764 * 1.5811) / Math.sqrt(5));
  near(five.high, 3 + (2.7764 * 1.5811) / Math.sqrt(5));
});

test('a change of the same pupils, with its interval and effect size', () => {
  const pairs = [
    { before: 1, after: 3 },
    { before: 2, after: 4 },
    { before: 3, after: 4 },
    { before: 4, after: 7 },
    { before: 5, after: 7 },
  ];
  const change = pairedChange(pairs)!;
  assert.equal(change.n, 5);
  near(change.mean, 2);
  near(change.low, 2 - (2.7764 * 0.70711) / Math.sqrt(5));
  // 2 / ((1.58114 + 1.87083) / 2) × (1 − 3 / 15)
  near(change.effectSize!, 0.92701);
});

test('four pupils are too few for any figure', () => {
  const four = [1, 2, 3, 4].map((before) => ({ before, after: before + 1 }));
  const five = [...four, { before: 5, after: 6 }];
  assert.equal(pairedChange(four), null);
  assert.equal(estimate([1, 2, 3, 4]), null);
  assert.equal(differenceOfChanges(five, four), null);
  assert.equal(differenceOfChanges(four, five), null);
});

test('a difference from a comparison group takes away what would have come anyway', () => {
  const programme = [1, 2, 3, 4, 5, 6].map((before, i) => ({ before, after: before + 3 + (i % 2) }));
  const comparison = [1, 2, 3, 4, 5].map((before, i) => ({ before, after: before + 1 + (i % 2) }));
  const difference = differenceOfChanges(programme, comparison)!;
  near(difference.mean, 3.5 - 1.4);
  assert.deepEqual([difference.n, difference.comparedWith], [6, 5]);
  assert.ok(difference.low < 2.1 && difference.high > 2.1);
  // Pooled standard deviation before: √((5 × 3.5 + 4 × 2.5) / 9); correction 1 − 3 / 35.
  near(difference.effectSize!, (2.1 / Math.sqrt(27.5 / 9)) * (1 - 3 / 35));
});

test('figures that are all alike have no effect size, and nothing breaks', () => {
  const same = Array.from({ length: 6 }, () => ({ before: 2, after: 2 }));
  assert.deepEqual(pairedChange(same), { n: 6, mean: 0, low: 0, high: 0, effectSize: null });
  assert.equal(differenceOfChanges(same, same)!.effectSize, null);
});
