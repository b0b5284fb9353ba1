import type { DateOrder } from '../date.ts';
import type { Problem, RosterPerson } from '../roster.ts';
import { dateReader, type Sheet } from '../sheet.ts';
import type { TableRow } from '../table.ts';
import { yearLabel } from '../year-label.ts';
import type { PlainKind } from './kind.ts';
import { noteMissingEmails, noteMissingName } from './missing-values.ts';
import { noteRolesInTitles } from './roles-in-titles.ts';
import { personKey } from './person-key.ts';
import type { UnitGatherer } from './units.ts';
import { readCode, readEmails, readNames, readRoles } from './values.ts';

interface PlainList {
  readonly sheet: Sheet;
  readonly kind: PlainKind;
  readonly problems: Problem[];
  /** Everyone read so far, by key, over all files. */
  readonly seen: Map<string, RosterPerson>;
  readonly units: UnitGatherer;
  readonly dateOrder: DateOrder | undefined;
}

/** The people of one plain list. A row that repeats someone, or has no name, is left out. */
export function readPeople(list: PlainList): RosterPerson[] {
  const { sheet, problems, seen } = list;
  const readRow = rowReader(list);
  const people: RosterPerson[] = [];
  const guessed: number[] = [];
  const reached: { line: number; name: string; isMissing: boolean }[] = [];
  for (const row of sheet.rows) {
    const names = readNames(sheet, row);
    if (names === null || (names.givenName === '' && names.familyName === '')) {
      problems.push(noName(sheet.file, row.line));
      continue;
    }
    const { guessed: isGuessed, ...ownNames } = names;
    if (isGuessed) guessed.push(row.line);
    const person = readRow(row, ownNames);
    const earlier = seen.get(person.key);
    if (earlier !== undefined) {
      problems.push(repeated(sheet.file, row.line, person, earlier));
      continue;
    }
    seen.set(person.key, person);
    people.push(person);
    noteMissingName(sheet, row, ownNames, problems);
    reached.push({ line: row.line, name: nameOf(person), isMissing: saysNoEmail(sheet, row) });
    list.units.add(sheet, row, person, list.kind);
  }
  if (guessed.length > 0) problems.push(guessedNames(sheet.file, guessed));
  noteMissingEmails(sheet, reached, problems);
  if (list.kind === 'staff') noteRolesInTitles(sheet, problems);
  return people;
}

function rowReader({ sheet, kind, problems, dateOrder }: PlainList) {
  const startDate = dateReader(sheet, 'startsOn', 'Start date', problems, dateOrder);
  const endDate = dateReader(sheet, 'endsOn', 'Leaving date', problems, dateOrder);
  const birthDate = dateReader(sheet, 'dateOfBirth', 'Date of birth', problems, dateOrder);
  return (
    row: TableRow,
    names: Pick<RosterPerson, 'givenName' | 'familyName' | 'preferredName'>,
  ): RosterPerson => {
    const personKind = kind === 'staff' ? 'staff' : 'pupil';
    const emails = readEmails(sheet, row, problems);
    const known = present({
      upn: readCode(sheet, row, 'upn', 'UPN', problems)?.toUpperCase().replaceAll(' ', ''),
      admissionNumber: readCode(sheet, row, 'admissionNumber', 'Admission number', problems),
      staffCode: readCode(sheet, row, 'staffCode', 'Staff code', problems),
      payrollNumber: readCode(sheet, row, 'payrollNumber', 'Payroll number', problems),
      dateOfBirth: birthDate(row),
      startsOn: startDate(row),
      endsOn: endDate(row),
      jobTitle: sheet.cell(row, 'jobTitle'),
      legalSex: sheet.cell(row, 'legalSex'),
      yearLabel: kind === 'pupils' ? yearLabel(sheet.cell(row, 'yearGroup')) : '',
    });
    const roles =
      kind === 'pupils' ? { roles: ['pupil'], rolesToConfirm: [] } : readRoles(sheet, row, problems);
    const email = emails[0]?.address;
    const identifiers = { ...names, ...known, ...(email === undefined ? {} : { email }) };
    return {
      key: personKey(personKind, identifiers),
      organisationKeys: [],
      kind: personKind,
      ...names,
      emails,
      ...roles,
      ...known,
      ended: false,
      at: { file: sheet.file, line: row.line },
    };
  };
}

/** Only the fields that have something in them: a blank cell says nothing. */
function present<T extends Record<string, string | undefined>>(fields: T): { [K in keyof T]?: string } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as { [K in keyof T]?: string };
}

const nameOf = ({ givenName, familyName }: RosterPerson): string => `${givenName} ${familyName}`.trim();

const saysNoEmail = (sheet: Sheet, row: TableRow): boolean =>
  sheet.cell(row, 'email') === '' && sheet.cell(row, 'personalEmail') === '';

const noName = (file: string, line: number): Problem => ({
  code: 'no-name',
  effect: 'row-left-out',
  file,
  line,
  message: `Row ${line} has no name.`,
  advice: 'Add a name, or remove the row.',
});

function repeated(file: string, line: number, person: RosterPerson, earlier: RosterPerson): Problem {
  const where =
    earlier.at.file === file ? `row ${earlier.at.line}` : `${earlier.at.file}, row ${earlier.at.line}`;
  const byName = /^(?:staff|pupil)-name:/.test(person.key);
  const name = nameOf(person);
  return {
    code: 'repeated-person',
    effect: 'row-left-out',
    file,
    line,
    value: byName ? name : person.key.slice(person.key.indexOf(':') + 1),
    message: byName
      ? `Row ${line} and ${where} are both called ${name}, and nothing tells them apart.`
      : `Row ${line} (${name}) has the same ${keyWords(person.key)} as ${where}.`,
    advice: byName
      ? `We read ${where}. If they are two people, add a code or an e-mail address to each.`
      : `We read ${where}. Mend whichever is wrong, or remove the row that is not needed.`,
  };
}

function keyWords(key: string): string {
  const words: Record<string, string> = {
    'staff-code': 'staff code',
    payroll: 'payroll number',
    upn: 'UPN',
    admission: 'admission number',
    email: 'e-mail address',
  };
  return words[key.slice(0, key.indexOf(':'))] ?? 'key';
}

const guessedNames = (file: string, lines: readonly number[]): Problem => ({
  code: 'split-names',
  effect: 'noted',
  file,
  line: lines[0]!,
  message:
    lines.length === 1
      ? `We split one full name at its last word (row ${lines[0]}).`
      : `We split ${lines.length} full names at their last word, first in row ${lines[0]}.`,
  advice: 'Look at them in the preview. Separate columns for forename and surname are surer.',
});
