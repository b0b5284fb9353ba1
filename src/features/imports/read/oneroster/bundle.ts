import type { Problem, UploadedFile } from '../roster.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import type { TableRow } from '../table.ts';
import { oneRosterFiles, type OneRosterFile } from './columns.ts';
import { type Manifest, readManifest } from './manifest.ts';

/** The files of a OneRoster bundle while they are read, with what is found wrong on the way. */
export interface Bundle {
  readonly manifest: Manifest;
  readonly problems: Problem[];
  readonly leftOut: string[];
  /** A file as a sheet with OneRoster's column names; null when it is absent or cannot be used. */
  open(file: OneRosterFile): Sheet | null;
  /** Everything of this kind is in the bundle, so a reference to something else leads nowhere. */
  whole(file: OneRosterFile): boolean;
}

/** Opens a set of files as a OneRoster bundle. File names count without case. */
export function openBundle(uploads: readonly UploadedFile[]): Bundle {
  const problems: Problem[] = [];
  const leftOut: string[] = [];
  const files = new Map<string, UploadedFile>();
  for (const upload of uploads) files.set(upload.name.toLowerCase().replace(/\.csv$/, ''), upload);
  const manifest = readManifest(files, problems);
  const opened = new Map<OneRosterFile, Sheet | null>();

  for (const file of Object.keys(oneRosterFiles) as OneRosterFile[]) {
    opened.set(file, openFile(file, files.get(file.toLowerCase()), manifest, problems, leftOut));
  }
  const known = new Set(['manifest', ...Object.keys(oneRosterFiles).map((name) => name.toLowerCase())]);
  for (const [name, upload] of files) if (!known.has(name)) leftOut.push(upload.name);

  return {
    manifest,
    problems,
    leftOut,
    open: (file) => opened.get(file) ?? null,
    whole: (file) => manifest.modes.get(file.toLowerCase()) === 'bulk' && opened.get(file) != null,
  };
}

function openFile(
  file: OneRosterFile,
  upload: UploadedFile | undefined,
  manifest: Manifest,
  problems: Problem[],
  leftOut: string[],
): Sheet | null {
  const mode = manifest.modes.get(file.toLowerCase());
  if (upload === undefined) {
    if (mode === 'bulk' || mode === 'delta') {
      problems.push({
        code: 'missing-file',
        effect: 'nothing-read',
        file: `${file}.csv`,
        message: `The manifest promises ${file}.csv, but it is not in the bundle.`,
        advice: 'Ask for the bundle to be exported again.',
      });
    }
    return null;
  }
  if (mode === 'absent') {
    leftOut.push(`${upload.name} (the manifest says it is absent)`);
    return null;
  }
  const { needed, required, optional } = oneRosterFiles[file];
  const names = new Map([...needed, ...required, ...optional].map((name) => [name.toLowerCase(), name]));
  const sheet = openSheet(upload, problems, (header) => names.get(header.toLowerCase()) ?? '');
  for (const header of sheet.header) {
    if (header !== '' && !names.has(header.toLowerCase())) leftOut.push(`${upload.name}: ${header}`);
  }
  if (sheet.header.length === 0) return null;
  const missing = needed.filter((column) => !sheet.has(column));
  for (const column of missing) problems.push(missingColumn(upload.name, column, true));
  for (const column of required) {
    if (!sheet.has(column)) problems.push(missingColumn(upload.name, column, false));
  }
  return missing.length === 0 ? sheet : null;
}

const missingColumn = (file: string, column: string, needed: boolean): Problem => ({
  code: 'missing-column',
  effect: needed ? 'nothing-read' : 'noted',
  file,
  column,
  message: `${file} has no column “${column}”, which OneRoster requires.`,
  advice: needed
    ? 'We could not use this file. Ask for it to be exported with that column.'
    : 'We managed without it.',
});

/** What stands in the first columns of every OneRoster row. */
interface RecordHead {
  readonly row: TableRow;
  readonly id: string;
  /** The status is `tobedeleted` (or `inactive`, from before version 1.1). */
  readonly ended: boolean;
}

/** The rows of a sheet that have a sourcedId of their own; those without, or with one seen before, are left out. */
export function* records(sheet: Sheet, problems: Problem[]): Generator<RecordHead> {
  const lines = new Map<string, number>();
  for (const row of sheet.rows) {
    const id = sheet.cell(row, 'sourcedId');
    const place = { file: sheet.file, line: row.line, column: 'sourcedId' };
    const earlier = lines.get(id);
    if (id === '') {
      problems.push({
        ...place,
        code: 'no-id',
        effect: 'row-left-out',
        message: `Row ${row.line} has no sourcedId.`,
        advice: 'Every row needs one. Ask for the file to be exported again.',
      });
    } else if (earlier !== undefined) {
      problems.push({
        ...place,
        code: 'repeated-id',
        effect: 'row-left-out',
        value: id,
        message: `Row ${row.line} has the same sourcedId as row ${earlier} (“${id}”).`,
        advice: `We read row ${earlier}. Each row needs an id of its own.`,
      });
    } else {
      lines.set(id, row.line);
      yield { row, id, ended: isEnded(sheet, row) };
    }
  }
}

/** Whether a row's status says that what it describes has ended. */
export function isEnded(sheet: Sheet, row: TableRow): boolean {
  return /^(?:tobedeleted|inactive)$/i.test(sheet.cell(row, 'status'));
}

/** A cell that holds several values, such as `KG,01`. */
export function listCell(sheet: Sheet, row: TableRow, column: string): string[] {
  const value = sheet.cell(row, column);
  if (value === '') return [];
  return value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A reference to a row that is not in the bundle, though the bundle claims to be whole. */
export function danglingReference(
  sheet: Sheet,
  row: TableRow,
  column: string,
  value: string,
  target: OneRosterFile,
  effect: 'row-left-out' | 'value-left-out',
): Problem {
  return {
    code: 'unknown-reference',
    effect,
    file: sheet.file,
    line: row.line,
    column,
    value,
    message: `Row ${row.line} refers to “${value}”, which is not in ${target}.csv.`,
    advice: `Ask for the bundle to be exported again with that row in ${target}.csv, or without this one.`,
  };
}
