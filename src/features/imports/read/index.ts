import { listEntries, isArchive, unpackArchive } from './zip.ts';
import { type OneRosterOptions, readOneRoster } from './oneroster.ts';
import { type PlainOptions, readPlain } from './plain.ts';
import { emptyRoster, type Problem, type Roster, type UploadedFile } from './roster.ts';
import { whatItIs } from './wrong-file.ts';

export type { PlainKind } from './plain/kind.ts';
export type * from './roster.ts';
type ReadOptions = OneRosterOptions & PlainOptions;

const oneRosterNames =
  /^(?:manifest|orgs|users|academicsessions|courses|classes|enrollments|demographics|roles|userprofiles)\.csv$/i;

/**
 * Reads uploaded files into a roster: a zip (or the loose files) of a OneRoster bundle, or plain lists of
 * staff or pupils. What else it may be (a workbook, a saved web page, a PDF) is said in words. Never throws on
 * content; a roster without people has the reason among its problems.
 */
export function readRoster(uploads: readonly UploadedFile[], options: ReadOptions = {}): Roster {
  const problems: Problem[] = [];
  const leftOut: string[] = [];
  const files: UploadedFile[] = [];
  for (const upload of uploads) {
    if (isArchive(upload.bytes) && !isWorkbook(upload)) {
      const unpacked = unpackArchive(upload);
      problems.push(...unpacked.problems);
      leftOut.push(...unpacked.leftOut);
      files.push(...unpacked.files);
    } else files.push(upload);
  }
  const readable = files.filter((file) => {
    const wrong = isArchive(file.bytes) ? workbook(file.name) : whatItIs(file);
    if (wrong !== null) problems.push(wrong);
    return wrong === null;
  });
  if (readable.length === 0) {
    if (problems.length === 0) problems.push(nothingUploaded(uploads[0]?.name ?? ''));
    return { ...emptyRoster('plain', problems), leftOut };
  }
  const bundled = readable.filter((file) => oneRosterNames.test(file.name));
  const isBundle = bundled.some((file) => /^manifest\.csv$/i.test(file.name)) || hasSourcedIds(bundled);
  const roster = isBundle ? readOneRoster(readable, options) : readPlain(readable, options);
  return {
    ...roster,
    problems: [...problems, ...roster.problems],
    leftOut: [...leftOut, ...roster.leftOut],
  };
}

/** Loose OneRoster files without a manifest are known by the first column the standard gives them all. */
function hasSourcedIds(files: readonly UploadedFile[]): boolean {
  return files.some((file) =>
    new TextDecoder('windows-1252').decode(file.bytes.subarray(0, 2000)).includes('sourcedId'),
  );
}

/** An .xlsx or .ods file is a zip of its own kind. */
function isWorkbook(upload: UploadedFile): boolean {
  try {
    return listEntries(upload.bytes).some(
      ({ name }) => name === '[Content_Types].xml' || name === 'content.xml',
    );
  } catch {
    return false;
  }
}

const workbook = (file: string): Problem => ({
  code: 'workbook',
  effect: 'nothing-read',
  file,
  message: `${file} is a spreadsheet workbook, not CSV.`,
  advice: 'Open it, choose “Save as” and the type “CSV UTF-8”, and upload that file.',
});

const nothingUploaded = (file: string): Problem => ({
  code: 'nothing-to-read',
  effect: 'nothing-read',
  file,
  message: 'There is no CSV file to read.',
  advice: 'Upload a OneRoster zip file, or a list of staff or pupils saved as CSV.',
});
