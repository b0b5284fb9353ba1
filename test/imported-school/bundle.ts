import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readRecords } from '#features/imports/read/records.ts';

/** A row of a OneRoster file by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** A OneRoster bundle in memory: each file as its columns and rows. */
export interface Bundle {
  readonly [file: string]: { readonly columns: readonly string[]; readonly rows: readonly Row[] };
}

/** One of the bundles of test/fixtures/imports. */
export const fixtureBundle = async (name: 'one-school.zip' | 'trust-of-four.zip'): Promise<Bundle> =>
  readBundle(await readFile(join(import.meta.dirname, '../fixtures/imports', name)));

export const readBundle = (zip: Uint8Array): Bundle =>
  Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([path, bytes]) => [path.split('/').at(-1)!, readFileOf(bytes)]),
  );

function readFileOf(bytes: Uint8Array) {
  const [head, ...lines] = [...readRecords(strFromU8(bytes), ',')].map(({ cells }) => cells);
  const columns = head ?? [];
  return {
    columns,
    rows: lines.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))),
  };
}

/** The same bundle again and again gives the same bytes. */
export const writeBundle = (bundle: Bundle): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(bundle).map(([name, { columns, rows }]) => [
        name,
        strToU8(
          [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map(line).join(''),
        ),
      ]),
    ),
    { mtime: '2026-09-01' },
  );

const line = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;

/** The bundle with other rows in one file. */
export const withRows = (bundle: Bundle, file: string, rows: readonly Row[]): Bundle => ({
  ...bundle,
  [file]: { columns: bundle[file]!.columns, rows },
});

export const addRows = (bundle: Bundle, file: string, rows: readonly Row[]): Bundle =>
  withRows(bundle, file, [...bundle[file]!.rows, ...rows]);

export const rowsOf = (bundle: Bundle, file: string): readonly Row[] => bundle[file]!.rows;

/** A list in one cell. */
export const listOf = (cell: string | undefined): string[] =>
  cell ? cell.split(',').map((each) => each.trim()) : [];
