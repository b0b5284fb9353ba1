import { type CsvRecord, readRecords } from './records.ts';
import type { Problem } from './roster.ts';

type Delimiter = ',' | ';' | '\t';

export interface TableRow {
  /** The line in the file on which the row starts, from 1. */
  readonly line: number;
  /** As many cells as the header has, without spaces at their ends. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  readonly delimiter: Delimiter;
  readonly problems: readonly Problem[];
}

const delimiterNames: Record<Delimiter, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };
const spreadsheetHint = /^sep=([,;\t])\r?(\n|$)/i;

/**
 * Text to a table. The delimiter is found by looking at the first records; `sep=;` on the first line, which
 * some spreadsheets write, settles it. Blank lines and delimiters trailing after the last column are passed
 * over. Rows that do not fit the header, or hold a stray quotation mark, become problems; the table holds what could
 * be read. Never throws.
 */
export function readTable(text: string, file: string): Table {
  const hint = spreadsheetHint.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  const firstLine = hint === null ? 1 : 2;
  const delimiter = (hint?.[1] as Delimiter | undefined) ?? findDelimiter(body);

  const problems: Problem[] = [];
  let header: string[] | null = null;
  const rows: TableRow[] = [];
  for (const record of readRecords(body, delimiter, firstLine)) {
    const cells = record.cells.map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) continue;
    if (record.strayQuote) problems.push(strayQuote(file, record.line, cells, header));
    if (header === null) {
      header = withoutTrailingBlanks(cells);
      problems.push(...repeatedColumns(header, file, record.line));
      continue;
    }
    if (record.strayQuote) continue;
    const row = fitRow(record, cells, header, delimiter, file, problems);
    if (row === null) continue;
    const marked = row.cells.findIndex(hasLoneMark);
    if (marked !== -1) problems.push(loneMark(file, row, header, marked));
    rows.push(row);
  }
  if (header === null) problems.push(emptyFile(file));
  return { header: header ?? [], rows, delimiter, problems };
}

/**
 * The delimiter that the header row holds most of. A tie goes to the one under which most rows have as many
 * cells as the header; then to the one that is rarer in ordinary writing.
 */
function findDelimiter(text: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const candidate of ['\t', ';', ','] as const) {
    const sample: CsvRecord[] = [];
    for (const record of readRecords(text, candidate)) {
      if (record.cells.some((cell) => cell.trim() !== '')) sample.push(record);
      if (sample.length === 20) break;
    }
    const columns = sample[0]?.cells.length ?? 0;
    if (columns < 2) continue;
    const agreeing = sample.filter((record) => record.cells.length === columns).length / sample.length;
    const score = columns + agreeing;
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

function withoutTrailingBlanks(cells: readonly string[]): string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length -= 1;
  return cells.slice(0, length);
}

/** Fits a row to the header. A row with too many values is left out: they may stand in the wrong columns. */
function fitRow(
  record: CsvRecord,
  cells: string[],
  header: readonly string[],
  delimiter: Delimiter,
  file: string,
  problems: Problem[],
): TableRow | null {
  if (cells.length === header.length) return { line: record.line, cells };
  const filled = withoutTrailingBlanks(cells);
  if (filled.length > header.length) {
    const extra = filled[header.length] ?? '';
    problems.push({
      code: 'row-too-long',
      effect: 'row-left-out',
      file,
      line: record.line,
      column: header.at(-1) ?? '',
      value: extra,
      message: `Row ${record.line} has ${filled.length} values, but there are ${header.length} columns.`,
      advice: `A value that contains a ${delimiterNames[delimiter]} needs quotation marks round it.`,
    });
    return null;
  }
  if (cells.length < header.length) {
    const missing = header[cells.length] ?? '';
    problems.push({
      code: 'row-too-short',
      effect: 'noted',
      file,
      line: record.line,
      column: missing,
      message: `Row ${record.line} ends before the column “${missing}”.`,
      advice: 'We read the missing values as blank. Look at this row in the preview.',
    });
  }
  const fitted = cells.slice(0, header.length);
  while (fitted.length < header.length) fitted.push('');
  return { line: record.line, cells: fitted };
}

function repeatedColumns(header: readonly string[], file: string, line: number): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const column of header) {
    const name = column.toLowerCase();
    if (name !== '' && seen.has(name)) {
      problems.push({
        code: 'repeated-column',
        effect: 'value-left-out',
        file,
        line,
        column,
        message: `Two columns are called “${column}”.`,
        advice: 'We read the first. Rename or remove the other if it is the one you need.',
      });
    }
    seen.add(name);
  }
  return problems;
}

/** Where a value with a stray mark ends cannot be known, so nothing of its row is taken for a name. */
function strayQuote(
  file: string,
  line: number,
  cells: readonly string[],
  header: readonly string[] | null,
): Problem {
  const at = cells.findIndex((cell) => cell.startsWith('"'));
  return {
    code: 'stray-quote',
    effect: header === null ? 'noted' : 'row-left-out',
    file,
    line,
    column: header?.[at] ?? '',
    value: cells[at] ?? '',
    message: `In row ${line} a value begins with a quotation mark and does not end with one.`,
    advice: 'Remove the mark, or write one at the end of the value too, and upload the file again.',
  };
}

const hasLoneMark = (cell: string): boolean => (cell.match(/"/g)?.length ?? 0) % 2 === 1;

/** Inches are written so; in a name it is a slip of the hand. The value is kept, and a person looks. */
const loneMark = (
  file: string,
  { line, cells }: TableRow,
  header: readonly string[],
  at: number,
): Problem => ({
  code: 'lone-quote',
  effect: 'noted',
  file,
  line,
  column: header[at] ?? '',
  value: cells[at] ?? '',
  message: `In row ${line} a value has one quotation mark in it.`,
  advice: 'We read it as it stands. If it should not be there, remove it and upload the file again.',
});

const emptyFile = (file: string): Problem => ({
  code: 'empty-file',
  effect: 'nothing-read',
  file,
  message: `${file} is empty.`,
  advice: 'Export it again and look inside before you upload it.',
});
