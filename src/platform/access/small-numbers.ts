/**
 * Small-number protection: one function for every figure that leaves a group.
 *
 * A count below five is hidden, and with it always the smallest count that would remain, with all
 * that are equal to it: else the total, or knowing this rule, would give the hidden ones away.
 * The test tries every small row. When nothing remains the caller shows no total either, says so,
 * and offers a summary that the participants release.
 */
export const smallest = 5;

export interface Cell {
  key: string;
  count: number;
}

export type ProtectedCell =
  | { key: string; count: number; hidden: false }
  | { key: string; count: null; hidden: true };

/** Cells that together make up a known total. Zero is not about anyone, so it is shown. */
export function protectCounts(cells: readonly Cell[]): ProtectedCell[] {
  const hidden = new Set(
    cells.filter((cell) => cell.count > 0 && cell.count < smallest).map((cell) => cell.key),
  );
  if (hidden.size > 0) {
    const next = Math.min(...cells.filter(({ count }) => count >= smallest).map(({ count }) => count));
    for (const { key, count } of cells) if (count === next) hidden.add(key);
  }
  return cells.map(({ key, count }) =>
    hidden.has(key) ? { key, count: null, hidden: true } : { key, count, hidden: false },
  );
}

/** A single figure about a group of `size` people: the figure, or null when the group is too small to show it. */
export const protectFigure = <T>(figure: T, size: number): T | null => (size >= smallest ? figure : null);
