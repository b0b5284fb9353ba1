import { type Bundle, openBundle } from './oneroster/bundle.ts';
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
  const relations = readRelations(bundle, users);
  const { systemCode } = bundle.manifest;
  return {
    source: 'oneroster',
    sourceName: options.sourceName ?? (systemCode === '' ? 'oneroster' : `oneroster:${systemCode}`),
    coverage: {
      people: holdsEveryone(bundle, 'users'),
      units: holdsEveryone(bundle, 'classes'),
      memberships: holdsEveryone(bundle, 'enrollments') ? 'everyone' : 'some',
    },
    organisations: organisations.organisations,
    terms,
    units: [...organisations.departments, ...classes],
    people: users.people,
    memberships: [...users.departmentMembers, ...enrolments],
    relations,
    problems: bundle.problems,
    leftOut: bundle.leftOut,
  };
}

/** Rows left out for these reasons are not about someone who would then seem to be absent. */
const harmless = new Set(['repeated-id', 'enrolment-role']);

/**
 * Whether a file claims to be whole and all of it could be read. Someone whose row could not be read is not
 * absent, so one such row means that nobody is taken to be.
 */
function holdsEveryone(bundle: Bundle, file: 'users' | 'classes' | 'enrollments'): boolean {
  if (!bundle.whole(file)) return false;
  const name = `${file}.csv`.toLowerCase();
  const unread = bundle.problems.filter(
    (problem) =>
      problem.effect === 'row-left-out' && problem.file.toLowerCase() === name && !harmless.has(problem.code),
  ).length;
  if (unread === 0) return true;
  bundle.problems.push({
    code: 'not-whole',
    effect: 'noted',
    file: `${file}.csv`,
    message: `${unread === 1 ? 'One row' : `${unread} rows`} of ${file}.csv could not be read.`,
    advice: 'So nothing is ended for being missing from this file. Mend the rows first if it should be.',
  });
  return false;
}
