import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedReport, type GivenAnswer } from './gap.ts';
import type { Side } from './questions-form.ts';

const closed = { moment: 'end' as const, closedAt: '2027-07-01T00:00:00Z' };
const answer = (
  side: Side,
  chosen: string | null,
  more: Partial<GivenAnswer> = {},
  words = '',
): GivenAnswer => ({
  side,
  said: { 'worth-time': { chosen, words } },
  wordsShown: false,
  mine: false,
  ...more,
});
const took = (count: number, chosen: string) =>
  Array.from({ length: count }, () => answer('recipient', chosen));
const worth = (answers: readonly GivenAnswer[]) => askedReport(closed, answers).questions[0]!;

test('nothing is shown while the questions are open', () => {
  const asked = askedReport({ moment: 'end', closedAt: null }, took(9, 'a-little'));
  assert.deepEqual([asked.closed, asked.recipients, asked.questions.length], [false, null, 0]);
});

test('four answers are hidden, five are shown beside the leader’s', () => {
  const led = answer('leader', 'very-much');
  assert.equal(worth([led, ...took(4, 'a-little')]).recipients, null);
  const five = worth([led, ...took(5, 'a-little')]);
  assert.deepEqual([five.leader, five.recipients], [3, 1]);
  assert.deepEqual(
    five.counts!.map(({ count }) => count),
    [0, 5, 0, 0, 0],
  );
});

test('counts are withheld as a whole when one of them is small, and the middle is given to the nearest half', () => {
  const { counts, recipients } = worth([...took(9, 'very-much'), ...took(1, 'a-little')]);
  assert.equal(counts, null);
  assert.equal(recipients, 3);
});

test('“I cannot say” lies nowhere on the scale', () => {
  const { recipients, counts } = worth([...took(5, 'cannot-say'), ...took(5, 'to-some-extent')]);
  assert.equal(recipients, 2);
  assert.deepEqual(
    counts!.map(({ count }) => count),
    [0, 0, 5, 0, 5],
  );
});

test('one’s own answer is taken off before counting, as one could do so oneself', () => {
  assert.equal(
    worth([...took(4, 'a-little'), answer('recipient', 'a-little', { mine: true })]).recipients,
    null,
  );
  assert.equal(
    worth([...took(5, 'a-little'), answer('recipient', 'a-little', { mine: true })]).recipients,
    1,
  );
});

test('own words are shown once five who allowed it wrote some, in no order that tells who', () => {
  const said = (words: string, wordsShown = true) => answer('recipient', null, { wordsShown }, words);
  const four = ['d', 'c', 'b', 'a'].map((words) => said(words));
  assert.deepEqual(worth([...four, said('secret', false)]).recipientWords, []);
  assert.deepEqual(worth([...four, said('e'), said('secret', false)]).recipientWords, [
    'a',
    'b',
    'c',
    'd',
    'e',
  ]);
});
