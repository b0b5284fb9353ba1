import type { Problem } from './roster.ts';
import { dateReader, openSheet } from './sheet.ts';
import type { TableRow } from './table.ts';
import { whatItIs } from './wrong-file.ts';
import { isArchive } from './zip.ts';

/** What is wrong with a list, or with a row of it. */
export type ReadProblem = Problem;

/** A list saved as CSV, for rooms that read one of their own. */
interface ReadList {
  readonly rows: readonly TableRow[];
  /** What could not be read; with a `line` where it is of one row. */
  readonly problems: readonly ReadProblem[];
  has(column: string): boolean;
  /** '' where there is none. */
  cell(row: TableRow, column: string): string;
  /** A day, '2026-09-01', as people write days; null where there is none or it cannot be read. */
  date(row: TableRow, column: string): string | null;
}

/**
 * Reads a list saved as CSV by a spreadsheet: any of the usual letters and delimiters, any way of writing days.
 * @param columnName what a heading means; '' for columns that are not read
 * @param dates the columns that hold days
 */
export function readList(
  file: { name: string; bytes: Uint8Array },
  columnName: (header: string) => string,
  dates: readonly string[],
): ReadList {
  const problems: Problem[] = [];
  const wrong = isArchive(file.bytes) ? notCsv(file.name) : whatItIs(file);
  if (wrong !== null)
    return { rows: [], problems: [wrong], has: () => false, cell: () => '', date: () => null };
  const sheet = openSheet(file, problems, columnName);
  const readers = new Map(dates.map((column) => [column, dateReader(sheet, column, column, problems)]));
  // Each day is read once here, so that its problems are known before anybody asks.
  const days = new Map(
    sheet.rows.map((row) => [
      row,
      new Map(dates.map((column) => [column, readers.get(column)!(row) ?? null])),
    ]),
  );
  return {
    rows: sheet.rows,
    problems,
    has: sheet.has,
    cell: sheet.cell,
    date: (row, column) => days.get(row)?.get(column) ?? null,
  };
}

const notCsv = (file: string): Problem => ({
  code: 'workbook',
  effect: 'nothing-read',
  file,
  message: `${file} is a spreadsheet workbook, not CSV.`,
  advice: 'Open it, choose “Save as” and the type “CSV UTF-8”, and upload that file.',
});
