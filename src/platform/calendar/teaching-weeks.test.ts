import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, daysBetween, weekday } from './dates.ts';
import { addTeachingWeeks, teachingWeeks } from './teaching-weeks.ts';

const terms = [
  { startsOn: '2027-01-05', endsOn: '2027-03-25' },
  { startsOn: '2026-09-02', endsOn: '2026-12-18' },
];
const closures = [
  { startsOn: '2026-09-02', endsOn: '2026-09-02' },
  { startsOn: '2026-10-26', endsOn: '2026-10-30' },
  { startsOn: '2027-02-15', endsOn: '2027-02-19' },
];
const after = (startsOn: string, n: number) => addTeachingWeeks(startsOn, n, terms, closures);

test('the teaching weeks leave out half-term and Christmas, in order', () => {
  const weeks = teachingWeeks(terms, closures);
  assert.equal(weeks.length, 15 + 11);
  assert.equal(weeks[0], '2026-08-31');
  assert.ok(!weeks.includes('2026-10-26'));
  assert.ok(!weeks.includes('2026-12-21') && !weeks.includes('2026-12-28'));
  assert.deepEqual(weeks, [...weeks].sort());
  assert.ok(weeks.every((week) => weekday(week) === 1));
});

test('a week with one open day is a teaching week, one with none is not', () => {
  const week = [{ startsOn: '2026-09-07', endsOn: '2026-09-11' }];
  assert.deepEqual(teachingWeeks(week, [{ startsOn: '2026-09-07', endsOn: '2026-09-10' }]), ['2026-09-07']);
  assert.deepEqual(teachingWeeks(week, week), []);
  assert.deepEqual(teachingWeeks([{ startsOn: '2026-09-12', endsOn: '2026-09-13' }], []), []);
});

test('a rhythm keeps its weekday and steps over the holiday', () => {
  assert.equal(after('2026-10-20', 0), '2026-10-20');
  assert.equal(after('2026-10-20', 1), '2026-11-03');
  assert.equal(after('2026-12-16', 1), '2027-01-06');
  assert.equal(after('2026-11-03', -1), '2026-10-20');
});

test('a closed weekday moves to the next open day of that week, or the last one before', () => {
  assert.equal(after('2026-12-14', 1), '2027-01-05', 'term begins on the Tuesday');
  assert.equal(after('2027-03-19', 1), '2027-03-25', 'term ends on the Thursday');
});

test('a start in a holiday counts from the first week back; a weekend start stays at the weekend', () => {
  assert.equal(after('2026-10-28', 0), '2026-11-04');
  assert.equal(after('2026-10-28', 1), '2026-11-11');
  assert.equal(after('2026-09-12', 2), '2026-09-26');
});

test('beyond the terms that were entered there is no answer', () => {
  assert.equal(after('2027-03-22', 1), null);
  assert.equal(after('2027-06-01', 0), null);
  assert.equal(after('2026-09-03', -1), null);
});

test('adding week by week lands in the same week as adding all at once', () => {
  for (let day = 0; day < 110; day += 3) {
    const start = addDays('2026-09-02', day);
    for (let n = 0; n < 6; n++) {
      const there = after(start, n + 1);
      const here = after(start, n);
      assert.ok(here && there);
      const onwards = after(here, 1);
      assert.ok(onwards);
      assert.ok(Math.abs(daysBetween(onwards, there)) < 7);
      assert.ok(there > here);
    }
  }
});
