import type { RosterMembership } from '../roster.ts';
import { dateReader, type Sheet } from '../sheet.ts';
import type { TableRow } from '../table.ts';
import { type Bundle, danglingReference, isEnded } from './bundle.ts';

const roles: Readonly<Record<string, RosterMembership['role']>> = {
  student: 'pupil',
  teacher: 'teacher',
  aide: 'assistant',
};

/**
 * Reads enrollments.csv. A person who was enrolled in a class twice in the same role is one membership, from
 * the first beginning to the last end. An end date is taken as the last day.
 */
export function readEnrolments(
  bundle: Bundle,
  people: ReadonlySet<string>,
  units: ReadonlySet<string>,
): RosterMembership[] {
  const sheet = bundle.open('enrollments');
  if (sheet === null) return [];
  const beginDate = dateReader(sheet, 'beginDate', 'beginDate', bundle.problems);
  const endDate = dateReader(sheet, 'endDate', 'endDate', bundle.problems);
  const wholeUsers = bundle.whole('users');
  const wholeClasses = bundle.whole('classes');
  const byPerson = new Map<string, RosterMembership[]>();
  const lines = new Map<string, number>();

  for (const row of sheet.rows) {
    const personKey = sheet.cell(row, 'userSourcedId');
    const unitKey = sheet.cell(row, 'classSourcedId');
    if (isRepeated(bundle, sheet, row, lines)) continue;
    if (personKey === '' || (wholeUsers && !people.has(personKey))) {
      bundle.problems.push(
        danglingReference(sheet, row, 'userSourcedId', personKey, 'users', 'row-left-out'),
      );
      continue;
    }
    if (unitKey === '' || (wholeClasses && !units.has(unitKey))) {
      bundle.problems.push(
        danglingReference(sheet, row, 'classSourcedId', unitKey, 'classes', 'row-left-out'),
      );
      continue;
    }
    const role = roles[sheet.cell(row, 'role').toLowerCase()];
    if (role === undefined) {
      bundle.problems.push(unusedRole(sheet, row));
      continue;
    }
    const startsOn = beginDate(row);
    const endsOn = endDate(row);
    const membership: RosterMembership = {
      personKey,
      unitKey,
      role,
      ...(startsOn === undefined ? {} : { startsOn }),
      ...(endsOn === undefined ? {} : { endsOn }),
      ended: isEnded(sheet, row),
      at: { file: sheet.file, line: row.line },
    };
    const own = byPerson.get(personKey);
    if (own === undefined) byPerson.set(personKey, [membership]);
    else addOrJoin(own, membership);
  }
  return [...byPerson.values()].flat();
}

function addOrJoin(own: RosterMembership[], next: RosterMembership): void {
  const index = own.findIndex(({ unitKey, role }) => unitKey === next.unitKey && role === next.role);
  if (index === -1) own.push(next);
  else own[index] = joined(own[index]!, next);
}

/** Two spells in one class as one membership: open at an end where either spell is. An ended one gives way. */
function joined(a: RosterMembership, b: RosterMembership): RosterMembership {
  if (a.ended !== b.ended) return a.ended ? b : a;
  const { startsOn: _start, endsOn: _end, ...rest } = a;
  const startsOn = a.startsOn && b.startsOn && (a.startsOn < b.startsOn ? a.startsOn : b.startsOn);
  const endsOn = a.endsOn && b.endsOn && (a.endsOn > b.endsOn ? a.endsOn : b.endsOn);
  return { ...rest, ...(startsOn ? { startsOn } : {}), ...(endsOn ? { endsOn } : {}) };
}

function isRepeated(bundle: Bundle, sheet: Sheet, row: TableRow, lines: Map<string, number>): boolean {
  const id = sheet.cell(row, 'sourcedId');
  if (id === '') return false;
  const earlier = lines.get(id);
  if (earlier === undefined) {
    lines.set(id, row.line);
    return false;
  }
  bundle.problems.push({
    code: 'repeated-id',
    effect: 'row-left-out',
    file: sheet.file,
    line: row.line,
    column: 'sourcedId',
    value: id,
    message: `Row ${row.line} has the same sourcedId as row ${earlier} (“${id}”).`,
    advice: `We read row ${earlier}. Each row needs an id of its own.`,
  });
  return true;
}

function unusedRole(sheet: Sheet, row: TableRow) {
  const value = sheet.cell(row, 'role');
  return {
    code: 'enrolment-role',
    effect: 'row-left-out',
    file: sheet.file,
    line: row.line,
    column: 'role',
    value,
    message: `Row ${row.line} puts someone in a class as “${value}”.`,
    advice:
      'We bring in teachers, aides and students of a class. Add this person by hand if they belong there.',
  } as const;
}
