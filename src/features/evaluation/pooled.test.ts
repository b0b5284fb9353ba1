import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measure } from './evaluation.ts';
import { type Moment, moments } from './moments.ts';
import { type PooledGroup, type PooledValue, pooledMeasure } from './pooled.ts';
import type { Point } from './report.ts';

const measure: Measure = {
  id: 'm',
  number: 1,
  title: 'Questions',
  how: '',
  kind: 'number',
  unit: '',
  lowest: 0,
  highest: 20,
  better: 'higher',
  levels: [],
  minutes: null,
  chosenBy: 't1',
  common: true,
  usedBy: [],
  version: 1,
  endedAt: null,
};

const group = (id: string, change: Partial<PooledGroup> = {}): PooledGroup => ({
  id,
  teacherId: id,
  arm: 'programme',
  keeps: 'pupils',
  readable: false,
  handedIn: moments,
  pupils: 0,
  ...change,
});

/** One row a pupil: figures at start, middle, end and later; null is a missing one. */
const figures = (groupId: string, rows: readonly (readonly (number | null)[])[]): PooledValue[] =>
  rows.flatMap((row, pupil) =>
    moments.map((moment, index) => ({
      measureId: 'm',
      groupId,
      subjectId: `${groupId}-${pupil}`,
      moment,
      value: row[index] ?? null,
      missing: row[index] == null ? ('absent' as const) : null,
      pupils: null,
    })),
  );

const rows = (count: number, row: readonly (number | null)[]) => Array.from({ length: count }, () => row);
const means = (points: Record<Moment, Point>) =>
  moments.map((moment) => (points[moment].is === 'shown' ? points[moment].mean : points[moment].is));

test('four moments of five pupils or more are shown with how many stand behind them', () => {
  const { series } = pooledMeasure(
    measure,
    [group('a')],
    figures('a', [...rows(5, [1, 2, 3, 4]), [7, 8, 9, 10]]),
  );
  assert.deepEqual(means(series[0]!.points), [2, 3, 4, 5]);
  assert.equal(series[0]!.points.end.is === 'shown' && series[0]!.points.end.n, 6);
  assert.equal(series[0]!.change!.mean, 2);
  assert.equal(series[0]!.lasting!.mean, 3);
});

test('four pupils are hidden', () => {
  const [series] = pooledMeasure(measure, [group('a')], figures('a', rows(4, [1, 2, 3, 4]))).series;
  assert.deepEqual(means(series!.points), ['few', 'few', 'few', 'few']);
  assert.equal(series!.change, null);
});

test('nothing is shown before every group has handed in its start and its end', () => {
  const groups = [group('a'), group('b', { handedIn: ['baseline', 'middle'] })];
  const values = [...figures('a', rows(6, [1, 2, 3, 4])), ...figures('b', rows(6, [1, 2, null, null]))];
  assert.deepEqual(means(pooledMeasure(measure, groups, values).series[0]!.points), [
    'waiting',
    'waiting',
    'waiting',
    'waiting',
  ]);
});

test('start and end are of the same pupils, so that a leaver’s figure cannot be taken from the sum', () => {
  const values = figures('a', [...rows(6, [2, 2, 4, 4]), [20, 20, null, null]]);
  const [series] = pooledMeasure(measure, [group('a', { pupils: 7 })], values).series;
  assert.deepEqual(means(series!.points), [2, 2, 4, 4]);
  assert.equal(series!.of, 7);
  assert.deepEqual(series!.missing, [], 'one absent pupil is not counted out by reason');
});

test('what lasted is left out as a change when one to four pupils are missing later', () => {
  const one = figures('a', [...rows(6, [2, 2, 4, 5]), [9, 9, 9, null]]);
  const [series] = pooledMeasure(measure, [group('a')], one).series;
  assert.equal(series!.points.delayed.is, 'shown');
  assert.equal(series!.lasting, null);
  const five = figures('a', [...rows(6, [2, 2, 4, 5]), ...rows(5, [9, 9, 9, null])]);
  assert.equal(pooledMeasure(measure, [group('a')], five).series[0]!.lasting!.n, 6);
});

test('whoever sees a group singly is not shown a sum that leaves fewer than five others', () => {
  const values = [...figures('a', rows(6, [1, 1, 2, 2])), ...figures('b', rows(3, [5, 5, 9, 9]))];
  const asTeacherOfA = [group('a', { readable: true }), group('b')];
  assert.deepEqual(means(pooledMeasure(measure, asTeacherOfA, values).series[0]!.points), [
    'few',
    'few',
    'few',
    'few',
  ]);
  assert.equal(pooledMeasure(measure, [group('a'), group('b')], values).series[0]!.points.end.is, 'shown');
  const allMine = [group('a', { readable: true }), group('b', { readable: true })];
  assert.equal(pooledMeasure(measure, allMine, values).series[0]!.points.end.is, 'shown');
});

test('groups are put together, never beside one another in order of results', () => {
  const values = [...figures('a', rows(6, [1, 1, 2, 2])), ...figures('b', rows(6, [5, 5, 9, 9]))];
  const { series } = pooledMeasure(measure, [group('a'), group('b')], values);
  assert.equal(series.length, 1);
  assert.deepEqual(means(series[0]!.points), [3, 3, 5.5, 5.5]);
});

test('a comparison group of five or more gives a difference, one of four none', () => {
  const groups = [group('a'), group('b', { arm: 'comparison' })];
  const ours = figures('a', [...rows(5, [1, 1, 4, 4]), [2, 1, 4, 4]]);
  const theirs = (count: number) => figures('b', [...rows(count - 1, [1, 1, 2, 2]), [2, 1, 2, 2]]);
  const compared = pooledMeasure(measure, groups, [...ours, ...theirs(5)]);
  assert.equal(compared.difference!.comparedWith, 5);
  assert.ok(Math.abs(compared.difference!.mean - (17 / 6 - 0.8)) < 1e-9);
  assert.equal(pooledMeasure(measure, groups, [...ours, ...theirs(4)]).difference, null);
});

test('figures of whole groups are weighed by their pupils and hidden when these are few', () => {
  const whole = (id: string, pupils: number, values: readonly number[]): PooledValue[] =>
    moments.map((moment, index) => ({
      measureId: 'm',
      groupId: id,
      subjectId: id,
      moment,
      value: values[index]!,
      missing: null,
      pupils,
    }));
  const groups = [group('a', { keeps: 'group' }), group('b', { keeps: 'group' })];
  const values = [...whole('a', 20, [1, 1, 2, 2]), ...whole('b', 10, [4, 4, 8, 8])];
  assert.deepEqual(means(pooledMeasure(measure, groups, values).series[0]!.points), [2, 2, 4, 4]);
  const few = [group('a', { keeps: 'group' })];
  assert.deepEqual(means(pooledMeasure(measure, few, whole('a', 4, [1, 1, 2, 2])).series[0]!.points), [
    'few',
    'few',
    'few',
    'few',
  ]);
});

test('a measure of one teacher waits for that teacher alone', () => {
  const own = { ...measure, common: false, usedBy: ['a'] };
  const groups = [group('a'), group('b', { handedIn: [] })];
  assert.equal(
    pooledMeasure(own, groups, figures('a', rows(6, [1, 1, 2, 2]))).series[0]!.points.end.is,
    'shown',
  );
});
