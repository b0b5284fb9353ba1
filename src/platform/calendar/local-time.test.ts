import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantAt, isByDay } from './local-time.ts';

const london = (date: string, time: string) => instantAt(date, time, 'Europe/London').toISOString();

test('half past three is an hour earlier in UTC while London is on summer time', () => {
  assert.equal(london('2026-03-28', '15:30'), '2026-03-28T15:30:00.000Z');
  assert.equal(london('2026-03-29', '15:30'), '2026-03-29T14:30:00.000Z');
  assert.equal(london('2026-10-24', '15:30'), '2026-10-24T14:30:00.000Z');
  assert.equal(london('2026-10-25', '15:30'), '2026-10-25T15:30:00.000Z');
});

test('a time the clocks skip moves on by the hour that was skipped', () => {
  assert.equal(london('2026-03-29', '01:30'), '2026-03-29T01:30:00.000Z');
});

test('a time that happens twice is the first of the two', () => {
  assert.equal(london('2026-10-25', '01:30'), '2026-10-25T00:30:00.000Z');
});

test('zones of odd hours and the far side of the date line are met', () => {
  assert.equal(instantAt('2026-06-01', '09:00', 'Asia/Kathmandu').toISOString(), '2026-06-01T03:15:00.000Z');
  assert.equal(
    instantAt('2026-06-01', '09:00', 'Pacific/Kiritimati').toISOString(),
    '2026-05-31T19:00:00.000Z',
  );
});

test('what cannot be read is refused', () => {
  assert.throws(() => london('2026-02-30', '09:00'), /Not a date/);
  assert.throws(() => london('2026-02-01', '24:00'), /Not a time/);
  assert.throws(() => instantAt('2026-02-01', '09:00', 'Europe/Nowhere'), RangeError);
});

test('day and night are by the clock of the place', () => {
  assert.equal(isByDay(new Date('2026-11-18T06:30:00Z'), 'Europe/London'), false);
  assert.equal(isByDay(new Date('2026-11-18T06:30:00Z'), 'Europe/Berlin'), true);
  assert.equal(isByDay(new Date('2026-06-18T06:30:00Z'), 'Europe/London'), true);
  assert.equal(isByDay(new Date('2026-11-18T18:59:00Z'), 'Europe/London'), true);
  assert.equal(isByDay(new Date('2026-11-18T19:00:00Z'), 'Europe/London'), false);
});
