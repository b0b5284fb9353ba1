import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schoolYear, weekNumber, type WrittenDate, yearName, yearOf, yearOn } from './school-year.ts';

const date = (sort: WrittenDate['sort'], name: string, startsOn: string, endsOn: string): WrittenDate => ({
  sort,
  name,
  startsOn,
  endsOn,
});
const written = [
  date('year', '2026/27', '2026-09-01', '2027-07-23'),
  date('term', 'Autumn', '2026-09-01', '2026-12-18'),
  date('closed', 'Half term', '2026-10-26', '2026-10-30'),
  date('term', 'Spring', '2027-01-04', '2027-03-26'),
];

test('a year is laid out in teaching weeks, without the holidays, and its terms follow each other', () => {
  const year = schoolYear(2026, written);
  assert.equal(year.name, '2026/27');
  assert.deepEqual(
    year.terms.map(({ name, fromWeek, untilWeek }) => [name, fromWeek, untilWeek]),
    [
      ['Autumn', 1, 15],
      ['Spring', 16, 27],
    ],
  );
  assert.equal(year.weeks, 27);
  assert.equal(weekNumber(year, '2026-09-03'), 1);
  assert.equal(weekNumber(year, '2026-10-28'), 9, 'a day of the holiday is spoken of as the week after it');
  assert.equal(weekNumber(year, '2027-07-01'), 27);
});

test('where nothing is written down, a year has three terms of thirteen weeks', () => {
  const year = schoolYear(2024, []);
  assert.deepEqual([year.weeks, year.terms.length, year.name], [39, 3, '2024/25']);
  assert.equal(weekNumber(year, '2024-10-10'), null);
  assert.equal(yearName(2099), '2099/00');
});

test('the year of a day is the one written down, else September to August', () => {
  assert.equal(yearOn('2026-11-18', written), 2026);
  assert.equal(yearOn('2026-08-20', written), 2026, 'in the holidays before it, one plans the year to come');
  assert.equal(yearOn('2030-02-01', written), 2029);
  assert.equal(yearOn('2030-09-01', []), 2030);
});

test('an address that names no year is not found', () => {
  for (const wrong of [undefined, '', '26', '1999', '20266', '2026 or 1=1', '٢٠٢٦'])
    assert.throws(() => yearOf(wrong), /no school year/);
  assert.equal(yearOf('2026'), 2026);
});
