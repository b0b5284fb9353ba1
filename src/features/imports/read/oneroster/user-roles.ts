import type { RosterPerson } from '../roster.ts';
import { dateReader, type Sheet } from '../sheet.ts';
import { oneRosterRoles, type SourceRole } from '../source-roles.ts';
import type { TableRow } from '../table.ts';
import { type Bundle, isEnded } from './bundle.ts';

/** One role of a user: from users.csv (1.1) or roles.csv (1.2). */
export interface UserRole {
  readonly meaning: SourceRole;
  readonly organisationKey: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly ended: boolean;
}

/** What a role word means; an unknown one is said to be, and brings a guest without rights. */
export function roleMeaning(bundle: Bundle, sheet: Sheet, row: TableRow): SourceRole {
  const word = sheet.cell(row, 'role');
  const known = oneRosterRoles[word.toLowerCase()];
  if (known !== undefined) return known;
  bundle.problems.push({
    code: 'unknown-role',
    effect: 'value-left-out',
    file: sheet.file,
    line: row.line,
    column: 'role',
    value: word,
    message:
      word === '' ? `Row ${row.line} has no role.` : `Row ${row.line} has a role we do not know (“${word}”).`,
    advice: 'The person is brought in as a guest. Appoint them to a role afterwards.',
  });
  return { kind: 'guest' };
}

/** Reads roles.csv, which only version 1.2 has: the roles of each user, by the user's sourcedId. */
export function readRoles(bundle: Bundle): Map<string, UserRole[]> {
  const byUser = new Map<string, UserRole[]>();
  const sheet = bundle.open('roles');
  if (sheet === null) return byUser;
  const beginDate = dateReader(sheet, 'beginDate', 'beginDate', bundle.problems);
  const endDate = dateReader(sheet, 'endDate', 'endDate', bundle.problems);
  for (const row of sheet.rows) {
    const user = sheet.cell(row, 'userSourcedId');
    const startsOn = beginDate(row);
    const endsOn = endDate(row);
    const role: UserRole = {
      meaning: roleMeaning(bundle, sheet, row),
      organisationKey: sheet.cell(row, 'orgSourcedId'),
      ...(startsOn === undefined ? {} : { startsOn }),
      ...(endsOn === undefined ? {} : { endsOn }),
      ended: isEnded(sheet, row),
    };
    const others = byUser.get(user);
    if (others === undefined) byUser.set(user, [role]);
    else others.push(role);
  }
  return byUser;
}

/** The kind, roles and dates of a person who holds these roles. Staff who are parents too are staff. */
export function combineRoles(
  roles: readonly UserRole[],
): Pick<RosterPerson, 'kind' | 'roles' | 'rolesToConfirm' | 'startsOn' | 'endsOn'> {
  const held = roles.filter((role) => !role.ended);
  const from = held.length > 0 ? held : roles;
  const kinds = new Set(from.map((role) => role.meaning.kind));
  const kind = (['staff', 'pupil', 'family'] as const).find((each) => kinds.has(each)) ?? 'guest';
  const distinct = (names: (string | undefined)[]): string[] =>
    [...new Set(names)].filter((name) => name !== undefined);
  const starts = distinct(from.map((role) => role.startsOn)).sort();
  const ends = distinct(from.map((role) => role.endsOn)).sort();
  const allEnd = from.length > 0 && from.every((role) => role.endsOn !== undefined);
  return {
    kind,
    roles: distinct(from.map((role) => role.meaning.role)),
    rolesToConfirm: distinct(from.map((role) => role.meaning.confirm)),
    ...(starts[0] === undefined ? {} : { startsOn: starts[0] }),
    ...(allEnd ? { endsOn: ends.at(-1)! } : {}),
  };
}
