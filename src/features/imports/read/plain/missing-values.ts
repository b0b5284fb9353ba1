import type { Problem, RosterPerson } from '../roster.ts';
import type { Sheet } from '../sheet.ts';
import type { TableRow } from '../table.ts';

const nameColumns = { givenName: 'Forename', familyName: 'Surname' } as const;

/** Says where one of two name columns is blank. Some people have one name, so nothing is left out. */
export function noteMissingName(
  sheet: Sheet,
  row: TableRow,
  person: Pick<RosterPerson, 'givenName' | 'familyName'>,
  problems: Problem[],
): void {
  for (const [column, label] of Object.entries(nameColumns) as [keyof typeof nameColumns, string][]) {
    if (person[column] !== '' || !sheet.has(column)) continue;
    const name = person.givenName || person.familyName;
    problems.push({
      code: 'one-name',
      effect: 'noted',
      file: sheet.file,
      line: row.line,
      column: label,
      message: `Row ${row.line} (${name}) has no ${column === 'givenName' ? 'given' : 'family'} name.`,
      advice:
        'Some people have one name, so it is kept as it is. If the other was forgotten, add it to the list.',
    });
  }
}

/**
 * Says who has no e-mail address: row by row, or once for the whole list when it holds none at all. An
 * address that could not be read has been said already.
 */
export function noteMissingEmails(
  sheet: Sheet,
  people: readonly { line: number; name: string; isMissing: boolean }[],
  problems: Problem[],
): void {
  const missing = people.filter(({ isMissing }) => isMissing);
  const note = { code: 'no-email', effect: 'noted', file: sheet.file, column: 'E-mail' } as const;
  if (missing.length > 1 && missing.length === people.length) {
    problems.push({
      ...note,
      line: 1,
      message: `${sheet.file} has no e-mail addresses.`,
      advice: 'These people can be invited by a link that is handed to them. Addresses can be added later.',
    });
    return;
  }
  for (const { line, name } of missing)
    problems.push({
      ...note,
      line,
      message: `Row ${line} (${name}) has no e-mail address.`,
      advice: 'This person can be invited by a link that is handed to them. An address can be added later.',
    });
}
