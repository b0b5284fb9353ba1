import { readTable, type TableRow } from './table.ts';
import { decodeText } from './text.ts';
import { type DateOrder, dateMessage, inferDateOrder, readDate } from './date.ts';
import type { Problem, UploadedFile } from './roster.ts';

/** A table whose cells are asked for by column name. Cells that are absent read as ''. */
export interface Sheet {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  has(column: string): boolean;
  cell(row: TableRow, column: string): string;
}

/** How the columns of a file are told apart: by OneRoster's names, or by names with spaces and marks removed. */
type ColumnName = (header: string) => string;

/** Opens a file as a sheet, adding what is wrong with it to `problems`. */
export function openSheet(upload: UploadedFile, problems: Problem[], columnName: ColumnName): Sheet {
  const table = readTable(decodeText(upload.bytes).text, upload.name);
  problems.push(...table.problems);
  const positions = new Map<string, number>();
  table.header.forEach((header, index) => {
    const name = columnName(header);
    if (name !== '' && !positions.has(name)) positions.set(name, index);
  });
  return {
    file: upload.name,
    header: table.header,
    rows: table.rows,
    has: (column) => positions.has(column),
    cell: (row, column) => row.cells[positions.get(column) ?? -1] ?? '',
  };
}

/** Reads the dates of one column; the order of day and month is inferred over the whole column once. */
export function dateReader(
  sheet: Sheet,
  column: string,
  label: string,
  problems: Problem[],
  fallback: DateOrder = 'day-first',
): (row: TableRow) => string | undefined {
  if (!sheet.has(column)) return () => undefined;
  const values = new Set(sheet.rows.map((row) => sheet.cell(row, column)));
  const order = inferDateOrder(values) ?? fallback;
  const days = new Map<string, string>();
  return (row) => {
    const value = sheet.cell(row, column);
    if (value === '') return undefined;
    const known = days.get(value);
    if (known !== undefined) return known;
    const reading = readDate(value, order);
    if (reading.ok) {
      days.set(value, reading.day);
      return reading.day;
    }
    problems.push({
      code: 'bad-date',
      effect: 'value-left-out',
      file: sheet.file,
      line: row.line,
      column: label,
      value,
      message: dateMessage(row.line, value),
      advice: reading.why,
    });
    return undefined;
  };
}
