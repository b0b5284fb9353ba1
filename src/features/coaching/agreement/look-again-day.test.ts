import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAgainDay } from './look-again-day.ts';

const date = (kind: 'term' | 'holiday', startsOn: string, endsOn: string) => ({
  id: startsOn,
  kind,
  name: '',
  startsOn,
  endsOn,
});
const year = [date('term', '2026-09-01', '2026-12-18'), date('term', '2027-01-04', '2027-03-26')];

test('an agreement is looked at again on a day with school', () => {
  assert.equal(lookAgainDay('2026-11-18', '2027-02-12', year), '2027-01-04', 'after the holidays');
});

test('and before the pairing ends', () => {
  assert.equal(lookAgainDay('2026-11-18', '2026-12-21', year), '2026-12-18');
  assert.equal(lookAgainDay('2026-11-18', '2026-11-18', year), '', 'where no day is left, they choose');
});
