import type {
  PersonKind,
  RosterMembership,
  RosterOrganisation,
  RosterTerm,
  RosterUnit,
} from '../read/roster.ts';

/** The name a source knows something by. A person who was once two may have several. */
export interface SourceKey {
  /** The roster's `sourceName`. */
  readonly source: string;
  readonly key: string;
}

/** What the organisation has, as the planner compares it. Those who have ended are here too. */
export interface ExistingRoster {
  readonly organisations: readonly ExistingOrganisation[];
  readonly terms: readonly ExistingTerm[];
  readonly units: readonly ExistingUnit[];
  readonly people: readonly ExistingPerson[];
  readonly memberships: readonly ExistingMembership[];
  readonly relations: readonly ExistingRelation[];
}

export interface Existing {
  readonly id: string;
  /** Empty for what was made by hand, which no import ends. */
  readonly sourceKeys: readonly SourceKey[];
  readonly ended: boolean;
}

interface ExistingOrganisation extends Existing {
  readonly name: string;
  readonly kind: RosterOrganisation['kind'];
}

export interface ExistingTerm extends Existing {
  readonly name: string;
  readonly kind: RosterTerm['kind'];
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface ExistingUnit extends Existing {
  readonly kind: RosterUnit['kind'];
  readonly name: string;
  readonly subject?: string;
  readonly yearLabels: readonly string[];
}

export interface ExistingPerson extends Existing {
  readonly organisationIds: readonly string[];
  readonly kind: PersonKind;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName?: string;
  /** In lower case. */
  readonly emails: readonly string[];
  readonly roles: readonly string[];
  readonly jobTitle?: string;
  readonly yearLabel?: string;
  readonly grades?: readonly string[];
  readonly dateOfBirth?: string;
  readonly legalSex?: string;
  readonly upn?: string;
  readonly admissionNumber?: string;
  readonly staffCode?: string;
  readonly payrollNumber?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
}

export interface ExistingMembership {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly role: RosterMembership['role'];
  /** The roster's `sourceName` when an import made it. */
  readonly source?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  /** The passage to the next school year, which is prepared, decides of it: a list of the old year does not. */
  readonly passed?: boolean;
  readonly ended: boolean;
}

export interface ExistingRelation {
  readonly id: string;
  readonly adultId: string;
  readonly pupilId: string;
  readonly source?: string;
  readonly ended: boolean;
}

/** An organisation into which nothing was brought yet. */
export const nothingYet: ExistingRoster = {
  organisations: [],
  terms: [],
  units: [],
  people: [],
  memberships: [],
  relations: [],
};
