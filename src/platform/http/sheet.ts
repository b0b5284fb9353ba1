import type { Bytes } from './route.ts';

/** One cell of a sheet; null is empty. */
export type Cell = string | number | null;

/**
 * A table as CSV, as spreadsheets open it: UTF-8 with its mark, commas, lines ending in CR LF.
 * A text that a spreadsheet would take for a formula gets an apostrophe before it, so that nothing
 * somebody typed is run on the reader's machine.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The answer of a route that gives a sheet; `name` without ending. */
export const sheet = (name: string, rows: readonly (readonly Cell[])[]): Bytes => ({
  body: csv(rows),
  type: 'text/csv; charset=utf-8',
  saveAs: `${name}.csv`,
});
