import assert from 'node:assert/strict';
import { test } from 'node:test';
import { braidGeometry, type BraidPoint, type GeometryOptions, type StrandKey } from './braid-geometry.ts';

const strands: StrandKey[] = ['specialist', 'peer', 'practice', 'pupils'];
const point = (id: string, strand: StrandKey, on: string): BraidPoint => ({ id, strand, on, label: id });
const draw = (points: BraidPoint[], more: Partial<GeometryOptions> = {}) =>
  braidGeometry({
    from: '2026-09-01',
    until: '2027-07-31',
    strands,
    points,
    length: 840,
    lane: 48,
    turn: 118,
    clear: 22,
    gap: 9,
    inset: 0,
    room: 60,
    ...more,
  });

test('without points four strands still run from beginning to end, each in a lane of its own', () => {
  const { strands: drawn, points } = draw([]);
  assert.deepEqual(points, []);
  assert.deepEqual(
    drawn.map(({ start }) => start),
    [
      [0, 0],
      [0, 48],
      [0, 96],
      [0, 144],
    ],
  );
  assert.deepEqual(
    drawn.map(({ end }) => end[1]).toSorted((a, b) => a - b),
    [0, 48, 96, 144],
  );
  assert.ok(drawn.every(({ end }) => end[0] === 840));
});

test('at each crossing one strand passes above and the other leaves a gap', () => {
  const crossings = 9; // six turns: two pairs, one pair, two pairs, one pair, two pairs, one pair
  const gaps = draw([]).strands.reduce((sum, { runs }) => sum + runs.length - 1, 0);
  assert.equal(gaps, crossings);
});

test('the pieces of a run join', () => {
  for (const { runs } of draw([point('a', 'peer', '2026-12-01')]).strands)
    for (const run of runs)
      run.slice(1).forEach((piece, index) => assert.deepEqual(piece[0], run[index]!.at(-1)));
});

test('a point stands on its strand, on its day', () => {
  const { points, along } = draw([
    point('a', 'practice', '2026-09-01'),
    point('b', 'practice', '2027-07-31'),
  ]);
  assert.deepEqual(points[0]!.at, [0, 96]);
  assert.equal(points[1]!.at[0], 840);
  assert.equal(along('2027-02-14'), (166 / 333) * 840);
});

test('a day outside the picture is kept at its edge', () => {
  const { points } = draw([point('early', 'peer', '2020-01-01'), point('late', 'peer', '2030-01-01')]);
  assert.deepEqual(
    points.map(({ at }) => at[0]),
    [0, 840],
  );
});

test('points of one day and strand step aside, and keep their foot on the strand', () => {
  const { points } = draw(['a', 'b', 'c'].map((id) => point(id, 'peer', '2026-09-20')));
  const across = points.map(({ at }) => at[1]);
  assert.equal(new Set(across).size, 3);
  assert.ok(points.every(({ foot }) => foot[1] === points[0]!.foot[1]));
  for (const a of points)
    for (const b of points) if (a !== b) assert.ok(Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]) >= 20);
});

test('the first and the last day stand clear of the ends, where the names of the strands are', () => {
  const { points, strands: drawn } = draw(
    [point('a', 'practice', '2026-09-01'), point('b', 'practice', '2027-07-31')],
    { inset: 20 },
  );
  assert.deepEqual(
    points.map(({ at }) => at[0]),
    [20, 820],
  );
  assert.ok(drawn.every(({ start, end }) => start[0] === 0 && end[0] === 840));
});

test('points step aside no further than there is room beside the outer lanes', () => {
  const sameDay = ['a', 'b', 'c', 'd'].map((id) => point(id, 'specialist', '2026-09-01'));
  const { points } = draw(sameDay, { room: 25 });
  assert.deepEqual(
    points.map(({ at }) => at),
    [
      [0, 0],
      [0, -22],
      [0, 22],
      [22, 0],
    ],
    'the fourth, for which there is no room, stands a mark later',
  );
});

test('marks of neighbouring days do not touch, and what is over is not drawn after today', () => {
  const days = Array.from({ length: 12 }, (_, index) => `2026-11-${String(10 + index).padStart(2, '0')}`);
  const today = '2026-11-16';
  const drawing = draw(
    days.map((day, index) => point(day, strands[index % 2]!, day)),
    { today },
  );
  for (const a of drawing.points)
    for (const b of drawing.points)
      if (a !== b) assert.ok(Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]) >= 21.9, `${a.on} and ${b.on}`);
  const now = drawing.along(today);
  assert.ok(drawing.points.every(({ on, at }) => (on <= today ? at[0] <= now : at[0] > now)));
});

test('points are numbered in order of date, whatever order they come in', () => {
  const { points } = draw([point('later', 'peer', '2027-01-01'), point('first', 'pupils', '2026-10-01')]);
  assert.deepEqual(
    points.map(({ id, number }) => [id, number]),
    [
      ['first', 1],
      ['later', 2],
    ],
  );
});

test('two hundred points are all placed at finite positions', () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    point(
      `p${index}`,
      strands[index % 4]!,
      `2026-${String(9 + (index % 4)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    ),
  );
  const { points } = draw(many);
  assert.equal(points.length, 200);
  assert.ok(points.every(({ at }) => at.every(Number.isFinite)));
});

test('a turn moves to where no point is', () => {
  const firstTurn = (points: BraidPoint[]) => draw(points).strands[0]!.runs[0]![1]![1]![0];
  assert.equal(firstTurn([]), 120);
  const day = new Date(Date.UTC(2026, 8, 1) + Math.round((120 / 840) * 333) * 86_400_000);
  assert.notEqual(firstTurn([point('a', 'peer', day.toISOString().slice(0, 10))]), 120);
});

test('a picture of a single day, of one strand and of two strands has a shape', () => {
  assert.equal(draw([point('a', 'peer', '2026-09-01')], { until: '2026-09-01' }).points[0]!.at[0], 0);
  assert.deepEqual(draw([], { strands: ['peer'] }).strands[0]!.end, [840, 0]);
  assert.equal(draw([], { strands: ['peer', 'practice'] }).strands.length, 2);
});

test('points on a strand that is not shown are left out', () => {
  assert.equal(
    draw([point('a', 'pupils', '2026-10-01')], { strands: ['peer', 'practice'] }).points.length,
    0,
  );
});
