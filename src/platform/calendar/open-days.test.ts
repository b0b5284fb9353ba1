import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterOpenDays, openDayFrom } from './open-days.ts';

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

test('what is meant for a weekend or a holiday moves to the day work begins again, and an open day stays', () => {
  assert.equal(openDayFrom('2026-11-18', terms, halfTerm), '2026-11-18');
  assert.equal(openDayFrom('2026-11-21', terms, halfTerm), '2026-11-23');
  assert.equal(openDayFrom('2026-10-24', terms, halfTerm), '2026-11-02');
  assert.equal(openDayFrom('2026-12-19', terms, halfTerm), '2027-01-04');
});

test('after the last term that is known, the year before stands for the one to come', () => {
  const year = [...terms, { startsOn: '2027-04-12', endsOn: '2027-07-23' }];
  assert.equal(openDayFrom('2027-07-24', year, []), '2027-08-31', 'the Tuesday of the first of September');
  assert.equal(openDayFrom('2027-10-06', year, []), '2027-10-06');
  assert.equal(openDayFrom('2027-12-25', year, []), '2028-01-03');
  assert.equal(openDayFrom('2030-08-10', year, []), '2030-09-03', 'in whole weeks, a day or two off');
});

test('where the rest of a year is not entered yet, its weekdays are open', () => {
  assert.equal(openDayFrom('2027-05-08', terms, []), '2027-05-10');
  assert.equal(openDayFrom('2026-12-19', terms, []), '2027-01-04', 'what is entered holds');
});

test('where no term is known, every weekday outside the closures is open', () => {
  assert.equal(openDayFrom('2026-10-24', [], []), '2026-10-26');
  assert.equal(openDayFrom('2026-10-24', [], halfTerm), '2026-11-02');
});
