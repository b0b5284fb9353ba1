import type { Sheet } from '../sheet.ts';

/** Whom a plain list is of. */
export type PlainKind = 'staff' | 'pupils';

const staffColumns = ['staffCode', 'jobTitle', 'payrollNumber', 'roles', 'department'];
const pupilColumns = ['upn', 'admissionNumber', 'yearGroup', 'form'];

/** Whom a list is of, by its columns and then by the name of its file; null when a person must say. */
export function findKind(sheet: Sheet): PlainKind | null {
  const staff = staffColumns.filter((column) => sheet.has(column)).length;
  const pupils = pupilColumns.filter((column) => sheet.has(column)).length;
  if (staff > 0 && pupils === 0) return 'staff';
  if (pupils > 0 && staff === 0) return 'pupils';
  const staffName = /staff|teacher|colleague|employee/i.test(sheet.file);
  const pupilName = /pupil|student|learner/i.test(sheet.file);
  if (staffName === pupilName) return null;
  return staffName ? 'staff' : 'pupils';
}
