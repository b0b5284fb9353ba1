import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateNotes } from './date-notes.ts';
import type { SchoolDate } from './dates.queries.ts';

const date = (kind: SchoolDate['kind'], name: string, startsOn: string, endsOn = startsOn): SchoolDate => ({
  id: name,
  kind,
  name,
  startsOn,
  endsOn,
});

const nothing = { toLookAt: [], between: [] };
const autumn = date('term', 'Autumn', '2026-09-01', '2026-12-18');
const spring = date('term', 'Spring', '2027-01-04', '2027-03-26');

test('a break between terms is said once, unless a holiday covers it', () => {
  assert.deepEqual(dateNotes([spring, autumn]), {
    toLookAt: [],
    between: [
      'Between Autumn and Spring, 19 December 2026 to 3 January 2027, there is no term: no lessons are counted there.',
    ],
  });
  assert.deepEqual(
    dateNotes([autumn, spring, date('holiday', 'Christmas', '2026-12-21', '2027-01-01')]),
    nothing,
  );
});

test('terms that follow each other over a weekend leave no gap', () =>
  assert.deepEqual(
    dateNotes([
      date('term', 'First half', '2026-09-01', '2026-10-23'),
      date('term', 'Second half', '2026-10-26', '2026-12-18'),
    ]),
    nothing,
  ));

test('overlapping terms and holidays are named with their days', () => {
  const { toLookAt: notes } = dateNotes([autumn, date('term', 'Winter', '2026-12-14', '2027-02-12')]);
  assert.deepEqual(notes, [
    'Autumn and Winter overlap: Winter begins on 14 December 2026, Autumn ends on 18 December 2026.',
  ]);
});

test('a training day outside every term, and a term outside the year, are pointed out', () => {
  const year = date('year', '2026/27', '2026-09-01', '2027-03-01');
  assert.deepEqual(dateNotes([year, spring, date('training-day', 'Training day', '2026-08-31')]).toLookAt, [
    'Spring does not lie within a school year that is written down here.',
    'Training day on 31 August 2026 lies outside every term.',
  ]);
});
