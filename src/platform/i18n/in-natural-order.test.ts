import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inNaturalOrder } from './in-natural-order.ts';

test('numbers in names count as numbers, and marks and capitals do not matter', () => {
  const names = ['Room 10', 'room 2', 'Ystafell Ô', 'Room 1', 'Ystafell P', 'Hall'];
  assert.deepEqual(
    inNaturalOrder(names.map((name) => ({ name }))).map(({ name }) => name),
    ['Hall', 'Room 1', 'room 2', 'Room 10', 'Ystafell Ô', 'Ystafell P'],
  );
});
