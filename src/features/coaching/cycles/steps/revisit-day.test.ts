import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, isWeekend, weekday } from '#platform/calendar/dates.ts';
import { revisitDay } from './revisit-day.ts';

const year = {
  terms: [
    { startsOn: '2026-09-01', endsOn: '2026-12-18' },
    { startsOn: '2027-01-04', endsOn: '2027-03-26' },
    { startsOn: '2027-04-12', endsOn: '2027-07-23' },
  ],
  closures: [
    { startsOn: '2026-10-26', endsOn: '2026-10-30' },
    { startsOn: '2026-12-02', endsOn: '2026-12-02' },
  ],
  worksOn: [1, 2, 3, 4, 5],
};

const days: readonly [tried: string, again: string, why: string][] = [
  ['2026-11-10', '2026-11-24', 'two weeks later on the same weekday'],
  ['2026-10-20', '2026-11-10', 'half-term is no teaching'],
  ['2026-12-15', '2027-01-12', 'the holidays are left out'],
  ['2026-11-18', '2026-12-03', 'the school is closed on that Wednesday'],
];
for (const [tried, again, why] of days)
  test(`tried on ${tried}, looked at again on ${again}: ${why}`, () =>
    assert.equal(revisitDay(tried, 14, year), again));

test('somebody who works on Mondays and Tuesdays looks again on one of these', () => {
  const partTime = { ...year, worksOn: [1, 2] };
  assert.equal(revisitDay('2026-11-04', 14, partTime), '2026-11-23');
});

test('where no term is known, or the terms end too soon, days are counted and weekends left out', () => {
  const none = { terms: [], closures: [], worksOn: [1, 2, 3, 4, 5] };
  assert.equal(revisitDay('2026-11-10', 14, none), '2026-11-24');
  assert.equal(revisitDay('2026-11-14', 14, none), '2026-11-30');
  assert.equal(revisitDay('2027-07-20', 14, year), '2027-08-03');
});

test('over a whole school year it is never a weekend, never a day off, and never before two weeks have gone by', () => {
  for (let tried = '2026-09-01'; tried < '2027-07-01'; tried = addDays(tried, 1)) {
    const again = revisitDay(tried, 14, { ...year, worksOn: [1, 3, 5] });
    assert.ok(!isWeekend(again) && [1, 3, 5].includes(weekday(again)), `${tried}: ${again}`);
    assert.ok(again >= addDays(tried, 7), `${tried}: ${again}`);
    assert.ok(
      year.terms.some(({ startsOn, endsOn }) => startsOn <= again && again <= endsOn),
      `${tried}: ${again}`,
    );
  }
});
