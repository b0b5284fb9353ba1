import type { Problem } from '../roster.ts';
import type { Sheet } from '../sheet.ts';
import { writtenRole } from '../source-roles.ts';

/** A post gives no role here, so where a list without a Role column has posts that sound like one, it is said once. */
export function noteRolesInTitles(sheet: Sheet, problems: Problem[]): void {
  if (sheet.has('roles') || !sheet.has('jobTitle')) return;
  const row = sheet.rows.find((each) => writtenRole(sheet.cell(each, 'jobTitle')) !== null);
  if (row === undefined) return;
  const title = sheet.cell(row, 'jobTitle');
  problems.push({
    code: 'roles-in-titles',
    effect: 'noted',
    file: sheet.file,
    line: row.line,
    column: 'Job title',
    value: title,
    message: `A post such as “${title}” gives no role here, and ${sheet.file} has no column Role.`,
    advice: 'Add a column Role with words such as Teacher or Mentor, or appoint people afterwards.',
  });
}
