import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate, speaking } from './i18n.ts';

const inNovember = { locale: 'en-GB', zone: 'Europe/London', now: new Date('2026-11-25T16:30:00Z') };

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

test('the year turns where the reader is, not in Greenwich', () => {
  const moment = new Date('2026-12-31T12:00:00Z');
  const inAuckland = { locale: 'en-GB', zone: 'Pacific/Auckland', now: moment };
  const said = speaking(inAuckland, () => [
    formatDate('2027-01-01', 'weekday'),
    formatDate(moment, 'weekday'),
    formatDate('2026-12-31', 'weekday'),
  ]);
  assert.deepEqual(said, ['Friday 1 January', 'Friday 1 January', 'Thursday, 31 December 2026']);
});
