import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuiet, quietEnd, type QuietTime } from './quiet-time.ts';

const evenings = { hours: { from: '18:00', until: '07:30' }, days: [6, 7] } satisfies QuietTime;
const ends = (quiet: QuietTime, at: string, zone: string): string | undefined =>
  quietEnd(quiet, new Date(at), zone)?.toISOString();

test('an evening is quiet until the morning, a Friday evening until Monday', () => {
  const london = (at: string) => ends(evenings, at, 'Europe/London');
  assert.equal(london('2026-11-18T16:30:00Z'), '2026-11-18T16:30:00.000Z', 'not quiet at all');
  assert.equal(london('2026-11-18T18:00:00Z'), '2026-11-19T07:30:00.000Z');
  assert.equal(london('2026-11-19T07:29:00Z'), '2026-11-19T07:30:00.000Z');
  assert.equal(london('2026-11-20T18:00:00Z'), '2026-11-23T07:30:00.000Z');
  assert.equal(london('2026-11-21T12:00:00Z'), '2026-11-23T07:30:00.000Z');
});

test('half past seven is by the clock on the wall, on both sides of each change of the clocks', () => {
  const everyDay = { ...evenings, days: [] };
  const london = (at: string) => ends(everyDay, at, 'Europe/London');
  assert.equal(london('2027-03-27T20:00:00Z'), '2027-03-28T06:30:00.000Z', 'the night is an hour shorter');
  assert.equal(london('2027-03-26T20:00:00Z'), '2027-03-27T07:30:00.000Z');
  assert.equal(london('2027-10-30T20:00:00Z'), '2027-10-31T07:30:00.000Z', 'the night is an hour longer');
  assert.equal(london('2027-10-29T20:00:00Z'), '2027-10-30T06:30:00.000Z');
  assert.equal(ends(evenings, '2027-03-26T18:00:00Z', 'Europe/London'), '2027-03-29T06:30:00.000Z');
  assert.equal(ends(evenings, '2027-10-29T17:00:00Z', 'Europe/London'), '2027-11-01T07:30:00.000Z');
});

test('eighteen o’clock too: quiet begins by the clock on the wall', () => {
  const isIt = (at: string) => isQuiet(evenings, new Date(at), 'Europe/London');
  assert.deepEqual(
    ['2027-03-29T16:59:00Z', '2027-03-29T17:00:00Z', '2027-11-01T17:59:00Z', '2027-11-01T18:00:00Z'].map(
      isIt,
    ),
    [false, true, false, true],
  );
});

test('where the week ends with Friday and Saturday, Sunday is a day like others', () => {
  const riyadh = { ...evenings, days: [5, 6] };
  assert.equal(ends(riyadh, '2027-03-25T15:00:00Z', 'Asia/Riyadh'), '2027-03-28T04:30:00.000Z');
  assert.equal(ends(riyadh, '2027-03-28T06:00:00Z', 'Asia/Riyadh'), '2027-03-28T06:00:00.000Z');
  assert.equal(ends(riyadh, '2027-10-28T15:00:00Z', 'Asia/Riyadh'), '2027-10-31T04:30:00.000Z');
});

test('quiet that ends in the hour the clocks skip or repeat ends once, and as soon as it can', () => {
  const short = { hours: { from: '22:00', until: '01:30' }, days: [] };
  assert.equal(ends(short, '2027-03-27T23:00:00Z', 'Europe/London'), '2027-03-28T01:00:00.000Z');
  assert.equal(ends(short, '2027-10-30T22:00:00Z', 'Europe/London'), '2027-10-31T00:30:00.000Z');
  assert.equal(ends(short, '2027-10-31T01:10:00Z', 'Europe/London'), '2027-10-31T01:30:00.000Z');
  assert.equal(ends(short, '2027-11-01T23:00:00Z', 'Europe/London'), '2027-11-02T01:30:00.000Z');
});

test('quiet within a day, and a day that is quiet without quiet hours', () => {
  const noon = { hours: { from: '12:00', until: '13:15' }, days: [3] };
  assert.equal(ends(noon, '2026-11-19T12:30:00Z', 'Europe/London'), '2026-11-19T13:15:00.000Z');
  assert.equal(ends(noon, '2026-11-19T18:30:00Z', 'Europe/London'), '2026-11-19T18:30:00.000Z');
  assert.equal(
    ends({ hours: null, days: [3] }, '2026-11-18T09:00:00Z', 'Europe/London'),
    '2026-11-19T00:00:00.000Z',
  );
});
