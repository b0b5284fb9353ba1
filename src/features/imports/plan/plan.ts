import type {
  PersonKind,
  Place,
  Problem,
  RosterMembership,
  RosterOrganisation,
  RosterPerson,
  RosterRelation,
  RosterTerm,
  RosterUnit,
} from '../read/roster.ts';

export type FieldValue = string | boolean | readonly string[] | undefined;

/** One field that would change. `after` undefined means it is cleared. */
export interface FieldChange {
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** Something we have that would change, with the record that says so. */
export interface Change<Item> {
  readonly id: string;
  readonly item: Item;
  readonly fields: readonly FieldChange[];
}

/** Something we have that is from now on known by this key, because a person said that they are the same. */
export interface Link {
  readonly key: string;
  readonly id: string;
}

/** What would happen to one sort of thing. Additions are named by their roster keys, the rest by our ids. */
export interface Part<Item, End> {
  readonly added: readonly Item[];
  readonly changed: readonly Change<Item>[];
  readonly ended: readonly End[];
  readonly linked: readonly Link[];
  readonly unchanged: number;
  /** Our id for each key of this source that we already have. */
  readonly ids: ReadonlyMap<string, string>;
}

export interface Ending {
  readonly id: string;
  readonly name: string;
  readonly reason: 'said-to-have-ended' | 'absent';
}

export interface PersonEnding {
  readonly id: string;
  readonly name: string;
  readonly kind: PersonKind;
  /** `absent`: not in a file that holds everyone of this source. */
  readonly reason: 'said-to-have-left' | 'absent';
  /** Their last day. */
  readonly on: string;
  readonly at?: Place;
}

export interface MembershipEnding {
  readonly id: string;
  readonly reason: 'said-to-have-ended' | 'absent' | 'moved' | 'person-left' | 'unit-ended';
  readonly on: string;
}

export interface PeoplePart extends Part<RosterPerson, PersonEnding> {
  /** People in the files who had left already and whom we never had: they are not brought in. */
  readonly alreadyLeft: number;
}

/** Two records that may be one person. Shown to a person; nothing is merged by an import. */
export interface ProbableDuplicate {
  /** The roster key of a person who would be added. */
  readonly key: string;
  readonly name: string;
  readonly at: Place;
  readonly other:
    | { readonly id: string; readonly name: string }
    | { readonly key: string; readonly name: string };
  /** Strongest first. */
  readonly because: readonly ('same e-mail' | 'same name and date of birth' | 'same name')[];
}

/** Asked for before applying, on top of the usual confirmation. */
export interface ManyEndings {
  readonly kind: PersonKind;
  readonly ending: number;
  readonly of: number;
  readonly message: string;
}

/** What an import would do. Nothing in it has been done. Lists are in a fixed order. */
export interface ImportPlan {
  readonly sourceName: string;
  readonly organisations: Part<RosterOrganisation, Ending>;
  readonly terms: Part<RosterTerm, Ending>;
  readonly units: Part<RosterUnit, Ending>;
  readonly people: PeoplePart;
  readonly memberships: {
    readonly added: readonly RosterMembership[];
    readonly changed: readonly Change<RosterMembership>[];
    readonly ended: readonly MembershipEnding[];
    readonly unchanged: number;
  };
  readonly relations: {
    readonly added: readonly RosterRelation[];
    readonly ended: readonly { readonly id: string; readonly reason: 'absent' | 'person-left' }[];
    readonly unchanged: number;
  };
  readonly duplicates: readonly ProbableDuplicate[];
  readonly needsConfirmation: readonly ManyEndings[];
  readonly problems: readonly Problem[];
  readonly leftOut: readonly string[];
  readonly nothingToDo: boolean;
}

export interface PlanOptions {
  /** End those who are absent from files that hold everyone of their source. Off unless asked for. */
  readonly endAbsent?: boolean;
  /** A person has confirmed that more than a fifth would end. */
  readonly manyEndingsConfirmed?: boolean;
  /** Roster key → our id, where a person has said that two organisations are one. */
  readonly sameOrganisation?: Readonly<Record<string, string>>;
  /** Roster key → our id, where a person has said that two records are one person. */
  readonly samePerson?: Readonly<Record<string, string>>;
}
