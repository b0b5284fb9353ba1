import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterOpenDays } from './open-days.ts';

const terms = [
  { startsOn: '2026-09-01', endsOn: '2026-12-18' },
  { startsOn: '2027-01-04', endsOn: '2027-03-26' },
];
const halfTerm = [{ startsOn: '2026-10-26', endsOn: '2026-10-30' }];

test('two school days after a Wednesday is Friday, and after a Friday is Tuesday', () => {
  assert.equal(afterOpenDays('2026-11-18', 2, terms, []), '2026-11-20');
  assert.equal(afterOpenDays('2026-11-20', 2, terms, []), '2026-11-24');
});

test('holidays do not count: neither half-term nor Christmas', () => {
  assert.equal(afterOpenDays('2026-10-23', 2, terms, halfTerm), '2026-11-03');
  assert.equal(afterOpenDays('2026-12-18', 2, terms, []), '2027-01-05');
});

test('where the terms end or none is known, weekdays count', () => {
  assert.equal(afterOpenDays('2026-11-20', 2, [], []), '2026-11-24');
  assert.equal(afterOpenDays('2027-03-26', 1, terms, []), '2027-03-29');
});
