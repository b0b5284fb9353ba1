import { comparableName } from '../names.ts';

interface Identifiers {
  readonly staffCode?: string;
  readonly payrollNumber?: string;
  readonly upn?: string;
  readonly admissionNumber?: string;
  readonly email?: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth?: string;
}

/**
 * A key for a person of a plain list, the same each time the list is read: the strongest identifier the row
 * has, else the e-mail, else the name with the date of birth. The prefix says which, so that a staff code can
 * never be taken for an admission number.
 */
export function personKey(kind: 'staff' | 'pupil', ids: Identifiers): string {
  const { staffCode, payrollNumber, upn, admissionNumber, email } = ids;
  if (kind === 'staff' && staffCode) return `staff-code:${staffCode.toUpperCase()}`;
  if (kind === 'staff' && payrollNumber) return `payroll:${payrollNumber.toUpperCase()}`;
  if (kind === 'pupil' && upn) return `upn:${upn}`;
  if (kind === 'pupil' && admissionNumber) return `admission:${admissionNumber.toUpperCase()}`;
  if (email) return `email:${email}`;
  return `${kind}-name:${comparableName(ids.givenName, ids.familyName)}:${ids.dateOfBirth ?? ''}`;
}
