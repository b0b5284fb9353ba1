import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusOf } from './status.ts';

const running = { published_at: new Date('2026-10-01T09:00:00Z'), closed_at: null };
const step = (number: number, on_date: string) => ({ number, title: `Step ${number}`, on_date });
const steps = [step(1, '2026-11-23'), step(2, '2026-11-30'), step(3, '2027-01-11')];
const on = (today: string, of = steps) => statusOf(running, of, today);

test('the day before the first step it has not begun; on the day itself it begins', () => {
  assert.deepEqual(on('2026-11-22'), {
    where: 'It has not begun yet.',
    next: 'Step 1, Monday 23 November',
  });
  assert.deepEqual(on('2026-11-23'), { where: 'It begins today.', next: 'Step 1, today' });
});

test('in between it counts what has passed, and a step of today is still to come', () => {
  assert.deepEqual(on('2026-11-24').where, '1 of 3 steps have passed.');
  assert.deepEqual(on('2026-11-30'), { where: '1 of 3 steps have passed.', next: 'Step 2, today' });
});

test('on the day of the last step it ends, and the day after all have passed', () => {
  assert.deepEqual(on('2027-01-11'), {
    where: '2 of 3 steps have passed. It ends today.',
    next: 'Step 3, today',
  });
  assert.deepEqual(on('2027-01-12'), { where: 'All steps have passed.' });
});

test('a programme of one day begins on it, and one without steps says so', () => {
  assert.equal(on('2026-11-23', steps.slice(0, 1)).where, 'It begins today.');
  assert.deepEqual(on('2026-11-23', []), { where: 'It has no steps yet.' });
});

test('a draft and a closed programme say what they are, whatever the day', () => {
  assert.deepEqual(statusOf({ published_at: null, closed_at: null }, steps, '2026-11-23'), {
    where: 'A draft, seen by those who design it.',
  });
  assert.deepEqual(
    statusOf({ ...running, closed_at: new Date('2026-12-01T09:00:00Z') }, steps, '2026-12-02'),
    { where: 'Closed on 1 December 2026.' },
  );
});
