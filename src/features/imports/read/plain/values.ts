import { readEmail } from '../email.ts';
import { splitFullName } from '../names.ts';
import type { Place, Problem, RosterEmail } from '../roster.ts';
import type { Sheet } from '../sheet.ts';
import { writtenRole } from '../source-roles.ts';
import type { TableRow } from '../table.ts';

/** Several values in one cell, separated by semicolons (and by slashes or commas, where `also` says so). */
export function severalValues(text: string, also = ''): string[] {
  return text
    .split(also === '' ? ';' : new RegExp(`[;${also}]`))
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** The names of a row, or null when it has none. A full name counts where there are no separate columns. */
export function readNames(sheet: Sheet, row: TableRow) {
  const given = sheet.cell(row, 'givenName');
  const family = sheet.cell(row, 'familyName');
  const full = sheet.cell(row, 'fullName');
  const preferred = sheet.cell(row, 'preferredName');
  if (given === '' && family === '' && full === '') {
    return preferred === '' ? null : { givenName: preferred, familyName: '', guessed: false };
  }
  const names =
    given === '' && (family === '' || full !== '')
      ? splitFullName(full)
      : { givenName: given, familyName: family, guessed: false };
  const isOther = preferred !== '' && preferred !== names.givenName;
  return { ...names, ...(isOther ? { preferredName: preferred } : {}) };
}

/** The addresses of a row, without repeats. A cell may hold several. */
export function readEmails(sheet: Sheet, row: TableRow, problems: Problem[]): RosterEmail[] {
  const at: Place = { file: sheet.file, line: row.line };
  const emails = new Map<string, RosterEmail>();
  for (const [column, use] of [
    ['email', 'school'],
    ['personalEmail', 'personal'],
  ] as const) {
    const label = use === 'school' ? 'E-mail' : 'Personal e-mail';
    for (const text of severalValues(sheet.cell(row, column), ',')) {
      const address = readEmail(text, at, label, problems);
      if (address !== undefined && !emails.has(address)) emails.set(address, { address, use });
    }
  }
  return [...emails.values()];
}

/** The roles of a row's Role column. A word we do not know is said, and gives nothing. */
export function readRoles(sheet: Sheet, row: TableRow, problems: Problem[]) {
  const roles = new Set<string>();
  const rolesToConfirm = new Set<string>();
  for (const text of severalValues(sheet.cell(row, 'roles'), '/,')) {
    const written = writtenRole(text);
    if (written !== null) (written.confirm ? rolesToConfirm : roles).add(written.role);
    else {
      problems.push({
        code: 'unknown-role',
        effect: 'value-left-out',
        file: sheet.file,
        line: row.line,
        column: 'Role',
        value: text,
        message: `Row ${row.line} has a role we do not know (“${text}”).`,
        advice: 'The person is brought in without it. Appoint them afterwards.',
      });
    }
  }
  return { roles: [...roles], rolesToConfirm: [...rolesToConfirm] };
}

/** A number or code as the row has it, unless the spreadsheet has shortened it, as in 8.29E+12. */
export function readCode(
  sheet: Sheet,
  row: TableRow,
  column: string,
  label: string,
  problems: Problem[],
): string | undefined {
  const value = sheet.cell(row, column);
  if (value === '') return undefined;
  if (!/^\d(?:[.,]\d+)?E\+?\d+$/i.test(value)) return value.replace(/\s+/g, ' ');
  problems.push({
    code: 'shortened-number',
    effect: 'value-left-out',
    file: sheet.file,
    line: row.line,
    column: label,
    value,
    message: `The ${label} in row ${row.line} has been shortened by the spreadsheet (“${value}”).`,
    advice: 'Format that column as text, put the whole numbers back, and save it as CSV again.',
  });
  return undefined;
}
