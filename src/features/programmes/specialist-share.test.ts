import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specialistShares } from './specialist-share.ts';

test('the share a specialist leads is by minutes, in the first and in the last third of the days', () => {
  const led = (on: string, minutes: number) => ({ on_date: on, minutes, lead: 'specialist' });
  const own = (on: string, minutes: number) => ({ on_date: on, minutes, lead: 'teachers' });
  const table: [
    string,
    Parameters<typeof specialistShares>[0],
    { first: number | null; last: number | null },
  ][] = [
    ['nothing planned', [], { first: null, last: null }],
    ['one step', [led('2027-01-04', 60)], { first: 1, last: null }],
    [
      'falling',
      [
        led('2027-01-04', 90),
        own('2027-01-05', 30),
        own('2027-01-16', 60),
        led('2027-01-30', 15),
        own('2027-01-30', 45),
      ],
      { first: 0.75, last: 0.25 },
    ],
    [
      'the last day stands in the last third',
      [own('2027-01-01', 10), led('2027-01-03', 10)],
      { first: 0, last: 1 },
    ],
    [
      'steps without minutes have no share',
      [led('2027-01-04', 0), own('2027-01-30', 0)],
      { first: null, last: null },
    ],
  ];
  for (const [says, steps, expected] of table) assert.deepEqual(specialistShares(steps), expected, says);
});
