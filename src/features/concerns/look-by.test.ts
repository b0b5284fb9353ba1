import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookBy } from './look-by.ts';

const hours = { hours: 2, opensAt: '08:30', closesAt: '16:00' };
const at = (now: string, days: string[]) => lookBy(new Date(now), hours, days, 'Europe/London').toISOString();

test('hours are counted while the school is open', () => {
  assert.equal(at('2026-11-18T10:00:00Z', ['2026-11-18']), '2026-11-18T12:00:00.000Z');
  assert.equal(at('2026-11-18T06:00:00Z', ['2026-11-18']), '2026-11-18T10:30:00.000Z');
});

test('what is left after school is counted from the next morning on, over a weekend from Monday', () => {
  assert.equal(at('2026-11-20T15:30:00Z', ['2026-11-20', '2026-11-23']), '2026-11-23T10:00:00.000Z');
});

test('in summer it goes by the clocks of the school', () => {
  assert.equal(at('2026-06-10T06:00:00Z', ['2026-06-10']), '2026-06-10T09:30:00.000Z');
});

test('where no school day is known, it is so many hours by the clock', () => {
  assert.equal(at('2026-08-10T20:00:00Z', []), '2026-08-10T22:00:00.000Z');
});
