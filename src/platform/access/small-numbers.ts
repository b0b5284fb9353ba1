/**
 * Small-number protection: one function for every figure that leaves a group.
 *
 * A count below five is hidden. Where exactly one cell of a row of cells is hidden and the total
 * is known, the smallest remaining cell is hidden too, or the first could be worked out.
 * When nothing remains the caller says so and offers a summary that the participants release.
 */
export const smallest = 5;

export interface Cell {
  key: string;
  count: number;
}

export type ProtectedCell = { key: string; count: number; hidden: false } | { key: string; count: null; hidden: true };

/** Cells that together make up a known total. Zero is not about anyone, so it is shown. */
export function protectCounts(cells: readonly Cell[]): ProtectedCell[] {
  const hidden = new Set(cells.filter((cell) => cell.count > 0 && cell.count < smallest).map((cell) => cell.key));
  if (hidden.size > 0) {
    const hiddenTotal = cells.reduce((sum, cell) => sum + (hidden.has(cell.key) ? cell.count : 0), 0);
    if (hidden.size === 1 || hiddenTotal < smallest) {
      const next = cells
        .filter((cell) => cell.count > 0 && !hidden.has(cell.key))
        .sort((a, b) => a.count - b.count || (a.key < b.key ? -1 : 1))[0];
      if (next) hidden.add(next.key);
    }
  }
  return cells.map(({ key, count }) =>
    hidden.has(key) ? { key, count: null, hidden: true } : { key, count, hidden: false },
  );
}

/** A single figure about a group of `size` people: the figure, or null when the group is too small to show it. */
export const protectFigure = <T>(figure: T, size: number): T | null => (size >= smallest ? figure : null);
