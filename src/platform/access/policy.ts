import type { Purpose } from './purpose.ts';

/**
 * The roles that policies and pages may name, as keys. The platform knows none: the feature that has them
 * adds them here, so that a name which nobody can hold is an error and locks nobody out in silence.
 */
export interface RoleNames {}
export type RoleName = keyof RoleNames;

/**
 * How a person may stand to an item. A policy names, for each ability, the relations that have it.
 *
 *   author            wrote it or owns it
 *   reader            the item's audience lets them read
 *   contributor       the item's audience lets them take part (and so read)
 *   editor            the item's audience lets them change it (and so read)
 *   circle            belongs to the item's circle; 'circle:facilitator' in that part only
 *   staff, pupil      is a member of the owning organisation, of that kind
 *   role:head         holds that role in the owning organisation
 *   manager           is the author's line manager today, in the owning organisation; of appraisal alone
 */
export type Relation =
  | 'author'
  | 'reader'
  | 'contributor'
  | 'editor'
  | 'circle'
  | `circle:${string}`
  | 'staff'
  | 'pupil'
  | 'manager'
  | `role:${RoleName}`;

/** Kinds of member that a policy can keep an item to. */
export type MemberOf = 'staff' | 'pupil';

export interface Policy<Ability extends string = string> {
  /** The kind of item, as stored. */
  readonly kind: string;
  readonly purpose: Purpose;
  /** In words, for pages and for the list of routes. */
  readonly noun: string;
  /** Whether each opening by somebody else is written to the log that its owner reads. */
  readonly logged: boolean;
  /** Members of these kinds alone, in the organisation that owns it, whatever else stands in its favour; all when missing. */
  readonly only?: readonly MemberOf[];
  readonly may: Readonly<Record<Ability, readonly Relation[]>> & { readonly read: readonly Relation[] };
  /** Whom to ask, when one may not. */
  readonly ask: string;
}

/**
 * Declares who may do what with one kind of item.
 *
 *   export const agreementPolicy = policy({
 *     kind: 'agreement', purpose: 'learning', noun: 'learning agreement', logged: true,
 *     may: { read: ['contributor', 'reader'], sign: ['contributor'], amend: ['contributor'] },
 *     ask: 'Ask one of the people who made it.',
 *   });
 *
 * Throws where anything but appraisal would be opened to a line manager for being one.
 */
export const policy = <Ability extends string>(declared: {
  kind: string;
  purpose: Purpose;
  noun: string;
  logged: boolean;
  only?: readonly MemberOf[];
  may: Record<Ability, readonly Relation[]> & { read: readonly Relation[] };
  ask: string;
}): Policy<Ability> => {
  const named = Object.values<readonly Relation[]>(declared.may).flat();
  if (named.includes('manager') && declared.purpose !== 'appraisal')
    throw new Error(`The policy of ${declared.kind} names line managers. Only what is for appraisal may.`);
  return declared as Policy<Ability>;
};
