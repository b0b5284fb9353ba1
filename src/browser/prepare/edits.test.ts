import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeSpan } from './change-edits.ts';
import { clockTime, readClockTime } from './clock-time.ts';
import { type Area, placeAt, placed, preparedBy, turned, untouched, within } from './edits.ts';

const area: Area = {
  id: 1,
  from: 0,
  until: 10,
  shape: 'ellipse',
  hiding: 'blur',
  positions: [{ at: 2, x: 0.1, y: 0.2, width: 0.2, height: 0.4 }],
};

test('an area moves in a straight line between two moments, and stands still before and after', () => {
  const moving = placed(area, 6, { x: 0.5, y: 0.2, width: 0.2, height: 0.2 });
  assert.equal(placeAt(moving, 0).x, 0.1);
  assert.ok(Math.abs(placeAt(moving, 4).x - 0.3) < 1e-9);
  assert.ok(Math.abs(placeAt(moving, 3).height - 0.35) < 1e-9);
  assert.equal(placeAt(moving, 9).x, 0.5);
});

test('moved again at the same moment it has no second place there', () => {
  assert.equal(placed(area, 2.04, { x: 0, y: 0, width: 0.2, height: 0.2 }).positions.length, 1);
});

test('four quarter turns bring a picture and its areas back', () => {
  const edits = { ...untouched(10), areas: [area] };
  const once = turned(edits);
  const [position] = once.areas[0]!.positions;
  assert.ok(Math.abs(position!.x - 0.4) < 1e-9 && position!.y === 0.1 && position!.width === 0.4);
  const back = turned(turned(turned(once)));
  assert.equal(back.turns, 0);
  assert.ok(Math.abs(back.areas[0]!.positions[0]!.x - 0.1) < 1e-9);
});

test('an area never leaves the picture', () => {
  assert.deepEqual(within({ x: 0.9, y: -1, width: 0.5, height: 3 }), { x: 0.5, y: 0, width: 0.5, height: 1 });
});

test('what lies outside the part that is kept does not count as done', () => {
  const edits = { ...untouched(10), areas: [{ ...area, until: 2 }], part: { from: 2, until: 8 } };
  assert.deepEqual(preparedBy(edits, 10), {
    trimmed: true,
    blurred: false,
    muted: false,
    rotated: false,
    soundOnly: false,
  });
});

test('an end before its start is refused', () => {
  assert.equal(changeSpan(untouched(10), 'part', 0, { from: 12 }, 10), null);
  assert.deepEqual(changeSpan(untouched(10), 'part', 0, { until: 12 }, 10)?.part, { from: 0, until: 10 });
});

test('times are read as they are written', () => {
  for (const [text, seconds] of [
    ['0:07.5', 7.5],
    ['1:02', 62],
    ['1:00:03', 3603],
    ['62,5', 62.5],
  ] as const)
    assert.equal(readClockTime(text), seconds);
  assert.deepEqual(['soon', '1:2:3:4', '', '-1'].map(readClockTime), Array(4).fill(undefined));
  assert.deepEqual([7.46, 62, 3603.02, 59.97].map(clockTime), ['0:07.5', '1:02', '1:00:03', '1:00']);
});
