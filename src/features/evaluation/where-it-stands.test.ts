import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whereItStands } from './where-it-stands.ts';

const dates = { baseline: '2026-11-23', middle: '2027-02-01', end: '2027-05-03', delayed: '2027-10-04' };
const on = (today: string) => whereItStands({ dates }, today);

test('before the first day it says so, with the day that comes', () => {
  assert.deepEqual(on('2026-11-22'), { where: 'Before the start.', next: 'Start, on Monday 23 November' });
});

test('on the day itself a measurement is planned for today, the day after it was planned for then, handed in or not', () => {
  assert.equal(on('2026-11-23').where, 'The measurement at the start is planned for today.');
  assert.equal(on('2026-11-24').where, 'The measurement at the start was planned for 23 November 2026.');
  assert.equal(on('2027-10-04').where, 'The later measurement is planned for today.');
});

test('after the last day nothing comes next', () => {
  assert.deepEqual(on('2027-10-05'), { where: 'The days of all four measurements have passed.' });
});
