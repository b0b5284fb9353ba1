import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '#features/evidence/index.ts';
import { type AnswerCount, trendOf, type TrendQuestion } from './trend.ts';

const [first] = catalogue().coaching.pulse.questions;
const [a, b, c] = first!.options.map(({ id }) => id) as [string, string, string];

/** The first question of one round, as a co-ordinator sees it. */
function seen(counts: Record<string, number>, relationships?: number, round = '2026-11-18'): TrendQuestion {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const given = Object.entries(counts).map(([option, count]): AnswerCount => ({
    round,
    question: first!.id,
    option,
    count,
  }));
  const sizes = [{ round, question: first!.id, relationships: relationships ?? all }];
  return trendOf(given, sizes)[0]!.questions[0]!;
}
const tenths = (question: TrendQuestion): unknown[] | null =>
  question.answers?.map((answer) => answer.tenths) ?? null;

test('of five relationships nothing is shown, of six something is', () => {
  assert.equal(tenths(seen({ [a]: 5 })), null);
  assert.equal(tenths(seen({ [a]: 10 }, 5)), null, 'two answers each of five co-coaching pairs');
  assert.deepEqual(tenths(seen({ [a]: 5, [b]: 5 }, 6)), [5, 5, null, null]);
});

test('an answer that fewer than five gave is never shown, nor what would give it away', () => {
  assert.deepEqual(tenths(seen({ [a]: 7, [b]: 5, [c]: 1 })), [5, null, null, null]);
  assert.deepEqual(tenths(seen({ [a]: 5, [b]: 1 })), [null, null, null, null]);
});

test('that all said the same cannot be told from all but a few', () => {
  for (let n = 6; n <= 40; n++)
    for (let few = 0; few < 5; few++) {
      const figures = tenths(seen({ [a]: n - few, [b]: few }));
      assert.deepEqual(figures, [null, null, null, null], `${n}, of whom ${few} said otherwise`);
    }
});

test('one who joins or leaves between two rounds does not give their answer away', () => {
  // Six, and five of them in the round after: the second shows nothing to compare with.
  assert.equal(tenths(seen({ [a]: 5 }, 5)), null);
  // Seven, of whom one had said otherwise and left: both rounds read the same.
  assert.deepEqual(tenths(seen({ [a]: 6, [b]: 1 })), tenths(seen({ [a]: 6 })));
  // Thirteen, and twelve once one had left, whatever that one had said.
  assert.deepEqual(tenths(seen({ [a]: 7, [b]: 6 })), tenths(seen({ [a]: 6, [b]: 6 })));
  assert.deepEqual(tenths(seen({ [a]: 6, [b]: 7 })), tenths(seen({ [a]: 6, [b]: 6 })));
  // Whatever the numbers, figures are whole tenths up to eight: they hold no number of people.
  for (let n = 6; n <= 30; n++)
    for (let m = 0; m <= n; m++)
      for (const figure of tenths(seen({ [a]: n - m, [b]: m })) ?? [])
        assert.ok(figure === null || figure === 'most' || (Number.isInteger(figure) && Number(figure) <= 8));
});
