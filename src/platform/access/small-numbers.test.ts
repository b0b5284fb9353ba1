import assert from 'node:assert/strict';
import { test } from 'node:test';
import { protectCounts, protectFigure, smallest, type ProtectedCell } from './small-numbers.ts';

const protect = (counts: readonly number[]): ProtectedCell[] =>
  protectCounts(counts.map((count, index) => ({ key: String(index), count })));

const shownOf = (cells: readonly ProtectedCell[]): (number | null)[] => cells.map(({ count }) => count);

test('a group of five is shown, a group of four is not, and nobody is nobody', () => {
  assert.deepEqual(shownOf(protect([5, 6, 0])), [5, 6, 0]);
  assert.deepEqual(shownOf(protect([4, 9, 12, 0])), [null, null, 12, 0]);
  assert.equal(protectFigure('3 days', 4), null);
  assert.equal(protectFigure('3 days', 5), '3 days');
});

/** Every row of `cells` counts that adds up to `total`. */
function* rowsOf(cells: number, total: number): Generator<number[]> {
  if (cells === 1) {
    yield [total];
    return;
  }
  for (let first = 0; first <= total; first++)
    for (const rest of rowsOf(cells - 1, total - first)) yield [first, ...rest];
}

test('what is shown never tells what is hidden, even to somebody who knows the total and this rule', () => {
  for (const cells of [2, 3, 4, 5]) {
    for (let total = 1; total <= (cells === 5 ? 18 : 24); total++) {
      // All rows that end up looking the same: whoever sees one of them must not know which it is.
      const alike = new Map<string, number[][]>();
      for (const row of rowsOf(cells, total)) {
        const look = JSON.stringify(shownOf(protect(row)));
        alike.set(look, [...(alike.get(look) ?? []), row]);
      }
      for (const [look, rows] of alike) {
        const shown = JSON.parse(look) as (number | null)[];
        // With nothing left to show, the caller shows neither the row nor its total.
        if (shown.every((count) => count === null || count === 0)) continue;
        for (const [index, count] of shown.entries()) {
          if (count !== null) {
            assert.ok(count === 0 || count >= smallest, look);
            continue;
          }
          const possible = new Set(rows.map((row) => row[index]));
          assert.ok(
            possible.size > 1,
            `${look} of ${total}: cell ${index} can only be ${[...possible].join()}`,
          );
        }
      }
    }
  }
});
