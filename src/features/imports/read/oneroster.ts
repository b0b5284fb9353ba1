import { openBundle } from './oneroster/bundle.ts';
import { readClasses } from './oneroster/classes.ts';
import { readEnrolments } from './oneroster/enrolments.ts';
import { readOrganisations } from './oneroster/organisations.ts';
import { readRelations } from './oneroster/relations.ts';
import { readSessions } from './oneroster/sessions.ts';
import { readUsers } from './oneroster/users.ts';
import type { Roster, UploadedFile } from './roster.ts';
import type { GradeNames } from './year-label.ts';

export interface OneRosterOptions {
  /** What the numbered grades stand for; `england` (01 is Year 1) unless said otherwise. */
  readonly gradeNames?: GradeNames;
  /** Overrides the name of the source, which is otherwise the system code in the manifest. */
  readonly sourceName?: string;
}

/**
 * Reads the CSV files of a OneRoster bundle, version 1.1, and 1.2 where its columns agree or stand in
 * roles.csv. Columns may come in any order; those we do not use are left out and listed. Never throws on
 * content: what is wrong becomes a problem with file, row, column, value, and what to do.
 * Source: 1EdTech OneRoster 1.1 Final, CSV Tables; OneRoster CSV Binding 1.2.1.
 */
export function readOneRoster(files: readonly UploadedFile[], options: OneRosterOptions = {}): Roster {
  const grades = options.gradeNames ?? 'england';
  const bundle = openBundle(files);
  const organisations = readOrganisations(bundle);
  const terms = readSessions(bundle);
  const termKeys = new Set(terms.map((term) => term.key));
  const classes = readClasses(bundle, organisations, termKeys, grades);
  const users = readUsers(bundle, organisations, grades);
  const personKeys = new Set(users.people.map((person) => person.key));
  const enrolments = readEnrolments(bundle, personKeys, new Set(classes.map((unit) => unit.key)));
  const { systemCode } = bundle.manifest;
  return {
    source: 'oneroster',
    sourceName: options.sourceName ?? (systemCode === '' ? 'oneroster' : `oneroster:${systemCode}`),
    coverage: {
      people: bundle.whole('users'),
      units: bundle.whole('classes'),
      memberships: bundle.whole('enrollments') ? 'everyone' : 'some',
    },
    organisations: organisations.organisations,
    terms,
    units: [...organisations.departments, ...classes],
    people: users.people,
    memberships: [...users.departmentMembers, ...enrolments],
    relations: readRelations(bundle, users),
    problems: bundle.problems,
    leftOut: bundle.leftOut,
  };
}
