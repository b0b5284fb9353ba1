import type { RosterUnit } from '../roster.ts';
import type { Sheet } from '../sheet.ts';
import type { TableRow } from '../table.ts';
import { gradeLabel, type GradeNames } from '../year-label.ts';
import { type Bundle, danglingReference, listCell, records } from './bundle.ts';
import type { Organisations } from './organisations.ts';

interface Course {
  readonly title: string;
  readonly grades: readonly string[];
  readonly subject: string;
}

/** Reads courses.csv and classes.csv. A class without grades or subjects takes those of its course. */
export function readClasses(
  bundle: Bundle,
  { organisationOf }: Organisations,
  termKeys: ReadonlySet<string>,
  grades: GradeNames,
): RosterUnit[] {
  const courses = readCourses(bundle);
  const sheet = bundle.open('classes');
  if (sheet === null) return [];
  const units: RosterUnit[] = [];
  const dangling = (
    row: TableRow,
    column: string,
    value: string,
    target: 'orgs' | 'courses' | 'academicSessions',
  ): void => {
    const effect = target === 'orgs' ? 'row-left-out' : 'value-left-out';
    bundle.problems.push(danglingReference(sheet, row, column, value, target, effect));
  };
  for (const { row, id, ended } of records(sheet, bundle.problems)) {
    const school = sheet.cell(row, 'schoolSourcedId');
    const organisationKey = organisationOf(school) ?? (bundle.whole('orgs') ? undefined : school);
    if (organisationKey === undefined) {
      dangling(row, 'schoolSourcedId', school, 'orgs');
      continue;
    }
    const courseKey = sheet.cell(row, 'courseSourcedId');
    const course = courses.get(courseKey);
    if (course === undefined && courseKey !== '' && bundle.whole('courses')) {
      dangling(row, 'courseSourcedId', courseKey, 'courses');
    }
    const terms = listCell(sheet, row, 'termSourcedIds');
    for (const term of terms) {
      if (!termKeys.has(term) && bundle.whole('academicSessions')) {
        dangling(row, 'termSourcedIds', term, 'academicSessions');
      }
    }
    const subject = firstSubject(sheet, row) || course?.subject || course?.title || '';
    const own = listCell(sheet, row, 'grades');
    const yearLabels = (own.length > 0 ? own : (course?.grades ?? [])).map((each) =>
      gradeLabel(each, grades),
    );
    units.push({
      key: id,
      ...(organisationKey === '' ? {} : { organisationKey }),
      kind: sheet.cell(row, 'classType').toLowerCase() === 'homeroom' ? 'form' : 'class',
      name: sheet.cell(row, 'title') || course?.title || id,
      ...(subject === '' ? {} : { subject }),
      yearLabels: [...new Set(yearLabels)],
      termKeys: terms.filter((term) => termKeys.has(term) || !bundle.whole('academicSessions')),
      ended,
    });
  }
  return units;
}

function readCourses(bundle: Bundle): Map<string, Course> {
  const courses = new Map<string, Course>();
  const sheet = bundle.open('courses');
  if (sheet === null) return courses;
  for (const { row, id } of records(sheet, bundle.problems)) {
    courses.set(id, {
      title: sheet.cell(row, 'title'),
      grades: listCell(sheet, row, 'grades'),
      subject: firstSubject(sheet, row),
    });
  }
  return courses;
}

const firstSubject = (sheet: Sheet, row: TableRow): string => listCell(sheet, row, 'subjects')[0] ?? '';
