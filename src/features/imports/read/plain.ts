import type { DateOrder } from './date.ts';
import { plainColumn } from './plain/columns.ts';
import { findKind, type PlainKind } from './plain/kind.ts';
import { readPeople } from './plain/people.ts';
import { gatherUnits } from './plain/units.ts';
import { emptyRoster, type Problem, type Roster, type RosterPerson, type UploadedFile } from './roster.ts';
import { openSheet, type Sheet } from './sheet.ts';

export interface PlainOptions {
  /** Whom the lists are of, for all files or by file name, when a person has said so. */
  readonly kind?: PlainKind | Readonly<Record<string, PlainKind>>;
  /** The order of dates that nothing in their column settles; `day-first` unless said otherwise. */
  readonly dateOrder?: DateOrder;
  readonly sourceName?: string;
}

/**
 * Reads lists of staff or of pupils out of any spreadsheet. Columns are known by their usual names; others are
 * left out and listed. Everybody belongs to the organisation that imports. Nobody ends for being absent from
 * such a list: only a leaving date ends someone. Never throws on content.
 */
export function readPlain(files: readonly UploadedFile[], options: PlainOptions = {}): Roster {
  const problems: Problem[] = [];
  const leftOut: string[] = [];
  const people: RosterPerson[] = [];
  const seen = new Map<string, RosterPerson>();
  const units = gatherUnits();
  for (const file of files) {
    const sheet = openSheet(file, problems, plainColumn);
    if (sheet.header.length === 0) continue;
    if (!isUsable(sheet, problems)) continue;
    for (const header of sheet.header) {
      if (header !== '' && plainColumn(header) === '') leftOut.push(`${sheet.file}: ${header}`);
    }
    const said = typeof options.kind === 'string' ? options.kind : options.kind?.[file.name];
    const kind = said ?? findKind(sheet);
    if (kind === null) {
      problems.push(kindUnknown(sheet.file));
      continue;
    }
    people.push(...readPeople({ sheet, kind, problems, seen, units, dateOrder: options.dateOrder }));
  }
  return {
    ...emptyRoster('plain', problems),
    sourceName: options.sourceName ?? 'plain',
    coverage: { people: false, units: false, memberships: 'those-listed' },
    units: [...units.units.values()],
    people,
    memberships: units.memberships,
    leftOut,
  };
}

function isUsable(sheet: Sheet, problems: Problem[]): boolean {
  if (['givenName', 'familyName', 'fullName', 'preferredName'].some((column) => sheet.has(column)))
    return true;
  problems.push({
    code: 'no-name-column',
    effect: 'nothing-read',
    file: sheet.file,
    line: 1,
    value: sheet.header.slice(0, 6).join(', ').slice(0, 200),
    message: `We found no column of names in ${sheet.file}.`,
    advice: 'Put the names of the columns in the first row: Forename and Surname, or Full name.',
  });
  return false;
}

const kindUnknown = (file: string): Problem => ({
  code: 'kind-unknown',
  effect: 'nothing-read',
  file,
  message: `We cannot tell whether ${file} lists staff or pupils.`,
  advice: 'Say which it is, and read it again.',
});
