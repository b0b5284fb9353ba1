import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weekday } from '#platform/calendar/dates.ts';
import { suggestedYear } from './suggested-year.ts';

test('a day in November lies in the year that began in September', () => {
  const year = suggestedYear('2026-11-18');
  assert.equal(year.name, '2026/27');
  assert.deepEqual(
    year.terms.map(({ startsOn, endsOn }) => [startsOn, endsOn]),
    [
      ['2026-09-01', '2026-12-18'],
      ['2027-01-04', '2027-03-26'],
      ['2027-04-12', '2027-07-23'],
    ],
  );
  assert.deepEqual(year.halfTerms[0], {
    name: 'Autumn half-term',
    startsOn: '2026-10-26',
    endsOn: '2026-10-30',
  });
});

test('a day in June belongs to the year that is ending, a day in August to the one to come', () => {
  assert.equal(suggestedYear('2027-06-30').name, '2026/27');
  assert.equal(suggestedYear('2027-08-01').name, '2027/28');
});

test('for thirty years: terms in order, on weekdays, each with its holiday inside', () => {
  for (let year = 2020; year < 2050; year++) {
    const { terms, halfTerms } = suggestedYear(`${year}-10-01`);
    for (const [i, term] of terms.entries()) {
      assert.ok(weekday(term.startsOn) <= 5 && weekday(term.endsOn) === 5, `${year}`);
      assert.ok(term.startsOn < halfTerms[i]!.startsOn && halfTerms[i]!.endsOn < term.endsOn, `${year}`);
      if (i > 0) assert.ok(terms[i - 1]!.endsOn < term.startsOn, `${year}`);
    }
  }
});
