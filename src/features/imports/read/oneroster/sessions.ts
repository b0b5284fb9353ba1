import type { RosterTerm } from '../roster.ts';
import { dateReader } from '../sheet.ts';
import { type Bundle, danglingReference, records } from './bundle.ts';

/**
 * Reads academicSessions.csv. School years are years; terms, semesters and grading periods are terms. The end
 * date is taken as the last day (some systems write the day after; the difference is then one day).
 */
export function readSessions(bundle: Bundle): RosterTerm[] {
  const sheet = bundle.open('academicSessions');
  if (sheet === null) return [];
  const { problems } = bundle;
  const startDate = dateReader(sheet, 'startDate', 'startDate', problems);
  const endDate = dateReader(sheet, 'endDate', 'endDate', problems);
  const heads = [...records(sheet, problems)];
  const ids = new Set(heads.map(({ id }) => id));
  const terms: RosterTerm[] = [];
  for (const { row, id, ended } of heads) {
    const startsOn = startDate(row);
    const endsOn = endDate(row);
    if (startsOn === undefined || endsOn === undefined || startsOn > endsOn) {
      problems.push({
        code: 'term-dates',
        effect: 'row-left-out',
        file: sheet.file,
        line: row.line,
        column: 'startDate',
        value: sheet.cell(row, 'startDate'),
        message: `Row ${row.line} needs a first and a last day, in that order.`,
        advice: 'Mend the dates, or add the term by hand afterwards.',
      });
      continue;
    }
    const parent = sheet.cell(row, 'parentSourcedId');
    if (parent !== '' && !ids.has(parent) && bundle.whole('academicSessions')) {
      problems.push(
        danglingReference(sheet, row, 'parentSourcedId', parent, 'academicSessions', 'value-left-out'),
      );
    }
    terms.push({
      key: id,
      name: sheet.cell(row, 'title') || id,
      kind: sheet.cell(row, 'type').toLowerCase() === 'schoolyear' ? 'year' : 'term',
      startsOn,
      endsOn,
      ...(ids.has(parent) && parent !== id ? { parentKey: parent } : {}),
      ended,
    });
  }
  return terms;
}
