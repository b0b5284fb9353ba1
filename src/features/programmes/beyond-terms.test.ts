import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beyondTerms } from './beyond-terms.view.ts';
import type { Design } from './design.ts';

const terms = [
  { name: 'Spring', startsOn: '2027-01-04', endsOn: '2027-03-26' },
  { name: 'Summer', startsOn: '2027-04-12', endsOn: '2027-07-18' },
];
const stepsOn = (...days: string[]) => days.map((on_date) => ({ on_date })) as unknown as Design['steps'];
const as = (...roles: string[]) => ({
  hasAny: (names: readonly string[]) => roles.some((each) => names.includes(each)),
});
const says = (on: string, known = terms, who = as('cpd-leader')): string =>
  String(beyondTerms({ steps: stepsOn('2027-02-01', on), terms: known }, who)).replace(/\s+/g, ' ');

test('a plan that runs past the terms that are entered says so, with the day and the way to enter them', () => {
  assert.match(
    says('2027-08-02'),
    /The terms after 18 July 2027 are not entered yet, so steps after it may fall in a holiday\./,
  );
  assert.match(says('2027-08-02'), /href="\/school\/dates">Enter the terms/);
  assert.match(says('2027-08-02', terms, as('teacher')), /Ask an administrator to enter them\./);
  assert.match(says('2027-08-02', []), /No terms are entered for these weeks/);
});

test('a plan within the terms, or in the holiday between two, says nothing', () => {
  assert.equal(says('2027-07-18'), '');
  assert.equal(says('2027-04-05'), '');
});
