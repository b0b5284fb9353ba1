import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate, speaking } from './i18n.ts';

const inNovember = { locale: 'en-GB', zone: 'Europe/London', year: 2026 };

test('a weekday has its year behind it when that is another year than now', () => {
  const said = speaking(inNovember, () => [
    formatDate('2026-11-23', 'weekday'),
    formatDate('2027-01-11', 'weekday'),
    formatDate(new Date('2025-06-02T09:00:00Z'), 'weekday'),
    formatDate('2027-01-11', 'short'),
  ]);
  assert.deepEqual(said, [
    'Monday 23 November',
    'Monday, 11 January 2027',
    'Monday, 2 June 2025',
    '11 Jan 2027',
  ]);
  // Where nobody says which year it is, none is named; the words of one page do not stay for the next.
  assert.equal(formatDate('2027-01-11', 'weekday'), 'Monday 11 January');
});
