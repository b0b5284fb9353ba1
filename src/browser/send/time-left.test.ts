import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimeLeft } from './time-left.ts';

const MB = 1_000_000;

test('nothing is said before anything is known, then what the line gives', () => {
  const time = new TimeLeft();
  time.goOn(0, 0);
  assert.equal(time.after(10_000, 100 * MB, 100), null);
  assert.equal(time.after(MB, 101 * MB, 1000), 100);
});

test('a moment without a line does not throw it about', () => {
  const time = new TimeLeft();
  time.goOn(0, 0);
  time.after(MB, 101 * MB, 1000);
  const after = time.after(MB, 101 * MB, 2000)!;
  assert.ok(after > 100 && after < 130, String(after));
});

test('a pause counts for nothing, and a chunk that is taken back begins again', () => {
  const time = new TimeLeft();
  time.goOn(0, 0);
  time.after(MB, 101 * MB, 1000);
  time.goOn(MB, 3_600_000);
  assert.equal(time.after(2 * MB, 102 * MB, 3_601_000), 100);
  assert.equal(time.after(MB, 101 * MB, 3_602_000), 100);
});
