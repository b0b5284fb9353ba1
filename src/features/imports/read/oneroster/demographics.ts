import { dateReader } from '../sheet.ts';
import { type Bundle, records } from './bundle.ts';

/**
 * Reads demographics.csv, by user: the date of birth, which tells namesakes apart, and the legal sex.
 * Ethnicity, birthplace and residence are not read: nothing here needs them.
 */
export function readDemographics(bundle: Bundle): Map<string, { dateOfBirth?: string; legalSex?: string }> {
  const byUser = new Map<string, { dateOfBirth?: string; legalSex?: string }>();
  const sheet = bundle.open('demographics');
  if (sheet === null) return byUser;
  const birthDate = dateReader(sheet, 'birthDate', 'birthDate', bundle.problems);
  for (const { row, id } of records(sheet, bundle.problems)) {
    const dateOfBirth = birthDate(row);
    const legalSex = sheet.cell(row, 'sex').toLowerCase();
    byUser.set(id, {
      ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
      ...(legalSex === '' ? {} : { legalSex }),
    });
  }
  return byUser;
}
