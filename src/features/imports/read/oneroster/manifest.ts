import type { Problem, UploadedFile } from '../roster.ts';
import { openSheet } from '../sheet.ts';

/** What the manifest says of a file: everything there is, only what changed, or not in the bundle. */
type FileMode = 'bulk' | 'delta' | 'absent';

export interface Manifest {
  /** By file, without `.csv`. */
  readonly modes: ReadonlyMap<string, FileMode>;
  /** The code of the system that wrote the bundle; '' when it does not say. */
  readonly systemCode: string;
}

/**
 * Reads manifest.csv. Without one, every file in the bundle is taken as `delta`: nobody is ended for being
 * absent from a file that never claimed to be whole.
 */
export function readManifest(files: ReadonlyMap<string, UploadedFile>, problems: Problem[]): Manifest {
  const upload = files.get('manifest');
  if (upload === undefined) {
    problems.push({
      code: 'no-manifest',
      effect: 'noted',
      file: 'manifest.csv',
      message: 'The bundle has no manifest.csv, which says whether its files are complete.',
      advice: 'We add and change from it. Nobody is ended because they are missing from it.',
    });
    const present = [...files.keys()].map((name) => [name, 'delta'] as const);
    return { modes: new Map(present), systemCode: '' };
  }
  const sheet = openSheet(upload, problems, (header) => header.toLowerCase());
  const values = new Map<string, { value: string; line: number }>();
  for (const row of sheet.rows) {
    const name = sheet.cell(row, 'propertyname');
    values.set(name.toLowerCase(), { value: sheet.cell(row, 'value'), line: row.line });
  }
  const version = values.get('oneroster.version');
  if (version !== undefined && !/^1\.[12](\.\d+)?$/.test(version.value)) {
    problems.push({
      code: 'unknown-version',
      effect: 'noted',
      file: upload.name,
      line: version.line,
      column: 'oneroster.version',
      value: version.value,
      message: `The bundle says it is OneRoster ${version.value}. We know 1.1 and 1.2.`,
      advice: 'We read the columns we know. Look at the preview closely.',
    });
  }
  const modes = new Map<string, FileMode>();
  for (const [name, { value, line }] of values) {
    if (!name.startsWith('file.')) continue;
    const mode = value.toLowerCase();
    const file = name.slice('file.'.length);
    if (mode === 'bulk' || mode === 'delta' || mode === 'absent') modes.set(file, mode);
    else problems.push(unknownMode(upload.name, line, name, value));
  }
  return { modes, systemCode: values.get('source.systemcode')?.value ?? '' };
}

const unknownMode = (file: string, line: number, column: string, value: string): Problem => ({
  code: 'unknown-mode',
  effect: 'noted',
  file,
  line,
  column,
  value,
  message: `“${column}” should say bulk, delta or absent. It says “${value}”.`,
  advice: 'We take the file as it is, and end nobody for being missing from it.',
});
