import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HearingChoice, hearingAt, usualChoice, weekendOf } from './hearing.ts';
import { letterIsDue, nextLetter, noteIsDue } from './letter-times.ts';

const minute = 60_000;
const hearing = (choice: Partial<HearingChoice>, locale = 'en-GB', workingDays: string[] | null = null) =>
  hearingAt({ ...usualChoice, ...choice }, locale, workingDays);

/** All moments at which a letter goes between two, looked for every half hour. */
function letters(of: ReturnType<typeof hearing>, from: string, until: string, zone: string): string[] {
  const found: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(until); at += 30 * minute)
    if (letterIsDue(of, new Date(at - 30 * minute), new Date(at), zone))
      found.push(new Date(at).toISOString().slice(0, 16));
  return found;
}

test('one letter a day at half past seven by the clock, over the weekend in which the clocks go forward', () => {
  const daily = hearing({ rhythm: 'daily' });
  assert.deepEqual(letters(daily, '2027-03-25T12:00Z', '2027-03-31T00:00Z', 'Europe/London'), [
    '2027-03-26T07:30',
    '2027-03-29T06:30',
    '2027-03-30T06:30',
  ]);
  assert.deepEqual(
    letters(
      { ...daily, quiet: { ...daily.quiet, days: [] } },
      '2027-03-27T12:00Z',
      '2027-03-29T00:00Z',
      'Europe/London',
    ),
    ['2027-03-28T06:30'],
  );
});

test('and over the one in which they go back', () => {
  const daily = hearing({ rhythm: 'daily', quietDays: [] });
  assert.deepEqual(letters(daily, '2027-10-30T00:00Z', '2027-11-02T00:00Z', 'Europe/London'), [
    '2027-10-30T06:30',
    '2027-10-31T07:30',
    '2027-11-01T07:30',
  ]);
});

test('in Riyadh the days that end the week are Friday and Saturday, and the clocks never change', () => {
  const daily = hearing({ rhythm: 'daily' }, 'ar-SA');
  for (const [thursday, sunday, monday] of [
    ['2027-03-25', '2027-03-28', '2027-03-29'],
    ['2027-10-28', '2027-10-31', '2027-11-01'],
  ] as const)
    assert.deepEqual(
      letters(daily, `${thursday}T00:00Z`, `${monday}T23:00Z`, 'Asia/Riyadh'),
      [thursday, sunday, monday].map((day) => `${day}T04:30`),
    );
  assert.deepEqual([...weekendOf('en-GB')], [6, 7]);
});

test('one letter a week on its day, and after it where that day is quiet', () => {
  const weekly = (choice: Partial<HearingChoice>) => hearing({ rhythm: 'weekly', ...choice });
  const inMarch = (choice: Partial<HearingChoice>) =>
    letters(weekly(choice), '2027-03-19T12:00Z', '2027-04-03T00:00Z', 'Europe/London');
  assert.deepEqual(inMarch({ weekDay: 4 }), ['2027-03-25T07:30', '2027-04-01T06:30']);
  assert.deepEqual(inMarch({ weekDay: 6 }), ['2027-03-22T07:30', '2027-03-29T06:30']);
});

test('days off are quiet for those who wish it, and only where their days are known', () => {
  const off = (workingDays: string[] | null, daysOffQuiet = true) =>
    hearing({ rhythm: 'daily', daysOffQuiet }, 'en-GB', workingDays);
  const inAWeek = (of: ReturnType<typeof hearing>) =>
    letters(of, '2026-11-23T00:00Z', '2026-11-28T00:00Z', 'Europe/London').map((at) => at.slice(8, 10));
  assert.deepEqual(inAWeek(off(['monday', 'thursday'])), ['23', '26']);
  assert.deepEqual(inAWeek(off(['monday', 'thursday'], false)), ['23', '24', '25', '26', '27']);
  assert.deepEqual(inAWeek(off(null)), ['23', '24', '25', '26', '27']);
  assert.deepEqual(inAWeek(off([])), ['23', '24', '25', '26', '27'], 'no day known is not every day off');
});

test('what is written down at night goes in the morning, or with the next letter of the day or the week', () => {
  const next = (choice: Partial<HearingChoice>, at: string) =>
    nextLetter(hearing(choice), new Date(at), 'Europe/London')?.toISOString().slice(0, 16) ?? null;
  assert.equal(next({}, '2026-11-18T12:00Z'), '2026-11-18T12:00');
  assert.equal(next({}, '2027-03-27T12:00Z'), '2027-03-29T06:30');
  assert.equal(next({ rhythm: 'daily' }, '2026-11-18T12:00Z'), '2026-11-19T07:30');
  assert.equal(next({ rhythm: 'daily' }, '2026-11-20T12:00Z'), '2026-11-23T07:30');
  assert.equal(next({ rhythm: 'weekly', weekDay: 3 }, '2026-11-18T12:00Z'), '2026-11-25T07:30');
  assert.equal(next({ rhythm: 'never' }, '2026-11-18T12:00Z'), null);
});

test('a note comes in the hour before, or on the morning, and never in quiet time nor too late', () => {
  const begins = new Date('2027-03-29T14:40:00Z');
  const due = (choice: Partial<HearingChoice>, at: string, beginsAt = begins) =>
    noteIsDue(hearing(choice), beginsAt, new Date(at), 'Europe/London');
  assert.equal(due({ soon: 'hour' }, '2027-03-29T13:39Z'), false);
  assert.equal(due({ soon: 'hour' }, '2027-03-29T13:40Z'), true);
  assert.equal(due({ soon: 'hour' }, '2027-03-29T14:40Z'), false);
  assert.equal(due({ soon: 'morning' }, '2027-03-29T06:20Z'), false, 'before half past seven');
  assert.equal(due({ soon: 'morning' }, '2027-03-29T06:30Z'), true);
  assert.equal(due({ soon: 'morning' }, '2027-03-26T09:00Z'), false, 'another day');
  assert.equal(due({ soon: 'morning', quietFrom: null, quietUntil: null }, '2027-03-29T00:10Z'), false);
  assert.equal(due({ soon: 'no' }, '2027-03-29T14:00Z'), false);
  const early = new Date('2027-03-29T07:00:00Z');
  assert.equal(due({ soon: 'hour' }, '2027-03-29T06:10Z', early), false);
  assert.equal(due({ soon: 'hour' }, '2027-03-29T06:30Z', early), true, 'when the quiet hours end');
});
