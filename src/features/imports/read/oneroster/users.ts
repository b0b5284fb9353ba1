import { readEmail } from '../email.ts';
import type { PersonKind, RosterMembership, RosterPerson } from '../roster.ts';
import type { Sheet } from '../sheet.ts';
import type { TableRow } from '../table.ts';
import { gradeLabel, type GradeNames } from '../year-label.ts';
import { type Bundle, danglingReference, listCell, records } from './bundle.ts';
import { readDemographics } from './demographics.ts';
import type { Organisations } from './organisations.ts';
import { combineRoles, readRoles, roleMeaning, type UserRole } from './user-roles.ts';

export interface Users {
  readonly people: readonly RosterPerson[];
  /** Who belongs to a department: OneRoster says so by naming it among a user's organisations. */
  readonly departmentMembers: readonly RosterMembership[];
  /** Each user's agentSourcedIds, with the row they stand in. */
  readonly agents: readonly {
    readonly key: string;
    readonly agents: readonly string[];
    readonly row: TableRow;
  }[];
}

/** Reads users.csv, with roles.csv where there is one (1.2) and demographics.csv. Passwords are never read. */
export function readUsers(bundle: Bundle, organisations: Organisations, grades: GradeNames): Users {
  const people: RosterPerson[] = [];
  const departmentMembers: RosterMembership[] = [];
  const agents: { key: string; agents: string[]; row: TableRow }[] = [];
  const sheet = bundle.open('users');
  if (sheet === null) return { people, departmentMembers, agents };
  const rolesFile = readRoles(bundle);
  const demographics = readDemographics(bundle);

  for (const { row, id, ended } of records(sheet, bundle.problems)) {
    const at = { file: sheet.file, line: row.line };
    const names = readNames(bundle, sheet, row);
    if (names === null) continue;
    const ownRoles = rolesFile.get(id) ?? [];
    const roles = ownRoles.length > 0 ? ownRoles : [roleOfRow(bundle, sheet, row)];
    const combined = combineRoles(roles);
    const { organisationKeys, departments } = belongings(bundle, organisations, sheet, row, roles);
    for (const unitKey of departments) {
      departmentMembers.push({ personKey: id, unitKey, role: 'member', ended, at });
    }
    const ownAgents = listCell(sheet, row, 'agentSourcedIds');
    if (ownAgents.length > 0) agents.push({ key: id, agents: ownAgents, row });
    noteDisabled(bundle, sheet, row);

    const email = readEmail(sheet.cell(row, 'email'), at, 'email', bundle.problems);
    const ownGrades = listCell(sheet, row, 'grades');
    const preferred = sheet.cell(row, 'preferredGivenName');
    const about = demographics.get(id);
    people.push({
      key: id,
      organisationKeys,
      ...combined,
      ...names,
      ...(preferred === '' || preferred === names.givenName ? {} : { preferredName: preferred }),
      emails: email === undefined ? [] : [{ address: email, use: emailUse(combined.kind) }],
      ...(ownGrades.length > 0 && combined.kind === 'pupil'
        ? { grades: ownGrades, yearLabel: gradeLabel(ownGrades[0]!, grades) }
        : {}),
      ...localIdentifier(combined.kind, sheet.cell(row, 'identifier')),
      ...about,
      ended: ended || (ownRoles.length > 0 && ownRoles.every((role) => role.ended)),
      at,
    });
  }
  noteStrayDemographics(bundle, people, demographics);
  return { people, departmentMembers, agents };
}

const emailUse = (kind: PersonKind): 'school' | 'personal' => (kind === 'family' ? 'personal' : 'school');

function roleOfRow(bundle: Bundle, sheet: Sheet, row: TableRow): UserRole {
  return { meaning: roleMeaning(bundle, sheet, row), organisationKey: '', ended: false };
}

function readNames(bundle: Bundle, sheet: Sheet, row: TableRow) {
  const givenName = sheet.cell(row, 'givenName');
  const familyName = sheet.cell(row, 'familyName');
  if (givenName !== '' && familyName !== '') return { givenName, familyName };
  const both = givenName === '' && familyName === '';
  bundle.problems.push({
    code: 'no-name',
    effect: both ? 'row-left-out' : 'noted',
    file: sheet.file,
    line: row.line,
    column: givenName === '' ? 'givenName' : 'familyName',
    message: both ? `Row ${row.line} has no name.` : `Row ${row.line} has only one name.`,
    advice: both
      ? 'Add a name and upload the bundle again.'
      : 'We keep it as it is. Some people have one name.',
  });
  return both ? null : { givenName, familyName };
}

/** The `identifier` column is the number people read: a pupil's admission number, a colleague's staff code. */
function localIdentifier(kind: PersonKind, identifier: string): Partial<RosterPerson> {
  if (identifier === '') return {};
  if (kind === 'pupil') return { admissionNumber: identifier };
  return kind === 'staff' ? { staffCode: identifier } : {};
}

/** The organisations and departments a user belongs to. Unknown ones are problems when orgs.csv is whole. */
function belongings(
  bundle: Bundle,
  organisations: Organisations,
  sheet: Sheet,
  row: TableRow,
  roles: readonly UserRole[],
) {
  const columns = ['orgSourcedIds', 'primaryOrgSourcedId'] as const;
  const organisationKeys = new Set<string>();
  const departments = new Set<string>();
  const belong = (key: string, column: string): void => {
    const organisation = organisations.organisationOf(key);
    if (organisations.isDepartment(key)) departments.add(key);
    if (organisation !== undefined) organisationKeys.add(organisation);
    else if (!bundle.whole('orgs')) organisationKeys.add(key);
    else if (!organisations.isDepartment(key)) {
      bundle.problems.push(danglingReference(sheet, row, column, key, 'orgs', 'value-left-out'));
    }
  };
  for (const column of columns) for (const key of listCell(sheet, row, column)) belong(key, column);
  for (const { organisationKey } of roles)
    if (organisationKey !== '') belong(organisationKey, 'orgSourcedId');
  return { organisationKeys: [...organisationKeys], departments };
}

function noteDisabled(bundle: Bundle, sheet: Sheet, row: TableRow): void {
  if (sheet.cell(row, 'enabledUser').toLowerCase() !== 'false') return;
  bundle.problems.push({
    code: 'disabled-user',
    effect: 'noted',
    file: sheet.file,
    line: row.line,
    column: 'enabledUser',
    value: 'false',
    message: `The other system has switched off sign-in for the person in row ${row.line}.`,
    advice: 'They are brought in like the others. Find out why before you invite them.',
  });
}

function noteStrayDemographics(
  bundle: Bundle,
  people: readonly RosterPerson[],
  demographics: ReturnType<typeof readDemographics>,
): void {
  if (!bundle.whole('users')) return;
  const keys = new Set(people.map((person) => person.key));
  const sheet = bundle.open('demographics');
  if (sheet === null) return;
  for (const row of sheet.rows) {
    const key = sheet.cell(row, 'sourcedId');
    if (demographics.has(key) && !keys.has(key)) {
      bundle.problems.push(danglingReference(sheet, row, 'sourcedId', key, 'users', 'row-left-out'));
    }
  }
}
