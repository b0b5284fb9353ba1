import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, daysBetween, isCalendarDate, isWeekend, today, weekday, weekOf } from './dates.ts';

/** A repeatable run of whole numbers in [from, to], so that a failure can be seen again. */
function* numbers(seed: number, from: number, to: number, count: number): Generator<number> {
  let state = seed;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield from + Math.floor((state / 2 ** 32) * (to - from + 1));
  }
}

test('a date is a day that exists, written year, month, day', () => {
  for (const date of ['2026-11-22', '2024-02-29', '2000-02-29', '0099-12-31'])
    assert.ok(isCalendarDate(date), date);
  for (const text of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-1-1', '22/11/2026', '2026-06-31', '']) {
    assert.ok(!isCalendarDate(text), text);
  }
});

test('days are added across months, leap days and both clock changes', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2026-03-28', 2), '2026-03-30');
  assert.equal(addDays('2026-10-24', 2), '2026-10-26');
  assert.equal(addDays('2026-01-01', -1), '2025-12-31');
});

test('going forward and back again ends on the same day, and each day follows the one before', () => {
  for (const n of numbers(7, -300_000, 300_000, 2_000)) {
    const date = addDays('2026-09-01', n);
    assert.ok(isCalendarDate(date), date);
    assert.equal(daysBetween('2026-09-01', date), n);
    assert.equal(addDays(date, -n), '2026-09-01');
    assert.ok(addDays(date, 1) > date);
    assert.equal(weekday(addDays(date, 1)), (weekday(date) % 7) + 1);
  }
});

test('a week begins on its Monday and holds seven days', () => {
  assert.equal(weekOf('2026-11-22'), '2026-11-16');
  assert.equal(weekday('2026-11-22'), 7);
  for (const n of numbers(11, -50_000, 50_000, 1_000)) {
    const date = addDays('2026-09-01', n);
    const monday = weekOf(date);
    assert.equal(weekday(monday), 1);
    assert.ok(daysBetween(monday, date) >= 0 && daysBetween(monday, date) <= 6);
    assert.equal(isWeekend(date), daysBetween(monday, date) >= 5);
  }
});

test('today is the date on the wall in the zone asked about', () => {
  const nearMidnightInJuly = new Date('2026-07-14T23:30:00Z');
  assert.equal(today(nearMidnightInJuly, 'Europe/London'), '2026-07-15');
  assert.equal(today(nearMidnightInJuly, 'UTC'), '2026-07-14');
  assert.equal(today(nearMidnightInJuly, 'America/New_York'), '2026-07-14');
  assert.equal(today(new Date('2026-01-14T23:30:00Z'), 'Europe/London'), '2026-01-14');
  assert.throws(() => today(nearMidnightInJuly, 'Europe/Nowhere'), RangeError);
});

test('what is no date is refused rather than guessed', () => {
  assert.throws(() => addDays('2026-02-30', 1), /Not a date: "2026-02-30"/);
  assert.throws(() => addDays('2026-02-01', 0.5), RangeError);
  assert.throws(() => daysBetween('tomorrow', '2026-02-01'), RangeError);
  assert.throws(() => addDays('9999-12-31', 1), RangeError);
});
