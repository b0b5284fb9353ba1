/**
 * The neutral roster: what any import says about a school, before anything is compared or written.
 * Readers fill it, the planner reads it. Dates are ISO days (`2026-09-01`); an end date is the last day.
 */

/** The kinds of member an organisation has, as the access kernel names them. */
export type PersonKind = 'staff' | 'pupil' | 'family' | 'guest';

/** Where in the uploaded files something stands. `line` counts from 1 and includes the header. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/**
 * What a problem costs:
 * - `nothing-read`: the file (or all of it) could not be used
 * - `row-left-out`: this row is not imported
 * - `value-left-out`: the row is imported without this value
 * - `noted`: nothing is lost, a person should look
 */
export type ProblemEffect = 'nothing-read' | 'row-left-out' | 'value-left-out' | 'noted';

/** Something in a file that a person should know of, in words they can act on. */
export interface Problem {
  /** Stable name of the kind of problem, for grouping many like it. */
  readonly code: string;
  readonly effect: ProblemEffect;
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
}

export interface RosterOrganisation {
  readonly key: string;
  readonly name: string;
  readonly kind: 'school' | 'trust' | 'local-authority' | 'agency';
  readonly parentKey?: string;
  readonly ended: boolean;
}

export interface RosterTerm {
  readonly key: string;
  readonly name: string;
  readonly kind: 'year' | 'term';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly parentKey?: string;
  readonly ended: boolean;
}

/**
 * A class, form or department. Year groups are not units here: a pupil's `yearLabel` says it once.
 * Without `organisationKey` the unit belongs to the organisation that imports.
 */
export interface RosterUnit {
  readonly key: string;
  readonly organisationKey?: string;
  readonly kind: 'class' | 'form' | 'department';
  readonly name: string;
  readonly subject?: string;
  readonly yearLabels: readonly string[];
  readonly termKeys: readonly string[];
  readonly ended: boolean;
}

export interface RosterEmail {
  /** In lower case. */
  readonly address: string;
  readonly use: 'school' | 'personal';
}

export interface RosterPerson {
  /** The source's own id, or one made from what the row says (see person-key.ts). Stable between runs. */
  readonly key: string;
  /** Empty means the organisation that imports. */
  readonly organisationKeys: readonly string[];
  readonly kind: PersonKind;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName?: string;
  readonly emails: readonly RosterEmail[];
  /** Roles the source states outright. Nothing is inferred from a job title. */
  readonly roles: readonly string[];
  /** Roles that open settings or other people's data: suggested to a person, never given by an import. */
  readonly rolesToConfirm: readonly string[];
  readonly jobTitle?: string;
  readonly yearLabel?: string;
  /** Grades as the source writes them, such as `KG` or `07`. */
  readonly grades?: readonly string[];
  readonly dateOfBirth?: string;
  readonly legalSex?: string;
  readonly upn?: string;
  readonly admissionNumber?: string;
  readonly staffCode?: string;
  readonly payrollNumber?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  /** The source says outright that this person has left. */
  readonly ended: boolean;
  readonly at: Place;
}

export interface RosterMembership {
  readonly personKey: string;
  readonly unitKey: string;
  readonly role: 'teacher' | 'pupil' | 'assistant' | 'member';
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly ended: boolean;
  readonly at: Place;
}

export interface RosterRelation {
  readonly adultKey: string;
  readonly pupilKey: string;
}

/** How much the files claim to hold, which decides what an absence means. */
interface Coverage {
  /** Everyone of this source is here, so a person who is absent has left. */
  readonly people: boolean;
  /** Every class of this source is here, so a class that is absent has ended. */
  readonly units: boolean;
  /**
   * - `everyone`: all memberships of this source are here
   * - `those-listed`: a row that names a form (or department) says the whole of it for that person
   * - `some`: an absence says nothing
   */
  readonly memberships: 'everyone' | 'those-listed' | 'some';
}

export interface Roster {
  readonly source: 'oneroster' | 'plain';
  /** Names the system the keys come from, so that keys of two systems are never taken for one another. */
  readonly sourceName: string;
  readonly coverage: Coverage;
  readonly organisations: readonly RosterOrganisation[];
  readonly terms: readonly RosterTerm[];
  readonly units: readonly RosterUnit[];
  readonly people: readonly RosterPerson[];
  readonly memberships: readonly RosterMembership[];
  readonly relations: readonly RosterRelation[];
  readonly problems: readonly Problem[];
  /** Files and columns that were not read, in words: `users.csv: password`. */
  readonly leftOut: readonly string[];
}

/** A file as it was uploaded. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A roster in which nothing could be read, with the reasons. */
export function emptyRoster(source: Roster['source'], problems: readonly Problem[]): Roster {
  return {
    source,
    sourceName: source,
    coverage: { people: false, units: false, memberships: 'some' },
    organisations: [],
    terms: [],
    units: [],
    people: [],
    memberships: [],
    relations: [],
    problems,
    leftOut: [],
  };
}
