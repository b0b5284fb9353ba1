import { type Policy, policy } from '#platform/access/policy.ts';
import type { Item } from '#platform/access/who.ts';
import { itemOfCircle } from '#platform/access/items.ts';
import { learningLeaders, role } from '#features/people/index.ts';

/** Those who keep the audit and the collection: they lead professional learning, in a school or over several. */
const auditors = [...learningLeaders, role.policyMaker] as const;
/** Those who plan mentoring and coaching. */
export const planners = [...auditors, role.coordinator] as const;
/** Those of a trust or an authority who read what its schools released to it. */
export const overseers = [...auditors, role.trustOfficer] as const;

const asRoles = <R extends string>(names: readonly R[]): `role:${R}`[] =>
  names.map((name): `role:${R}` => `role:${name}`);

/** The year's plan of mentoring and coaching. It names groups and purposes, never who works with whom. */
export const planPolicy = policy({
  kind: 'mentoring-plan',
  purpose: 'administration',
  noun: 'plan of mentoring and coaching',
  logged: false,
  may: {
    read: asRoles(planners),
    write: asRoles(planners),
    /** Let an organisation above read it as it stands. */
    release: asRoles(auditors),
  },
  ask: 'Ask the CPD leader.',
});

/** The year's audit of cycles of professional learning. */
export const auditPolicy = policy({
  kind: 'cycle-audit',
  purpose: 'administration',
  noun: 'audit of cycles',
  logged: false,
  may: { read: asRoles(auditors), write: asRoles(auditors), release: asRoles(auditors) },
  ask: 'Ask the CPD leader.',
});

/**
 * What somebody would give of their agreement. It belongs to the people of the agreement, who are its readers, until
 * they have all said yes: then one of them makes the copy, which is an item of its own.
 */
export const offerPolicy = policy({
  kind: 'agreement-offer',
  purpose: 'learning',
  noun: 'wording for the collection',
  logged: false,
  may: { read: ['author', 'reader'], answer: ['author', 'reader'] },
  ask: 'It is between the people of the agreement.',
});

/** An agreement in the collection, without the names of those who made it. */
export const collectedPolicy = policy({
  kind: 'collected-agreement',
  purpose: 'administration',
  noun: 'agreement of the collection',
  logged: false,
  may: { read: asRoles(planners), compare: asRoles(auditors) },
  ask: 'Ask the CPD leader.',
});

/** A school's plan or audit as it released it to the organisation above it. */
export const releasedPolicy = policy({
  kind: 'released-copy',
  purpose: 'administration',
  noun: 'copy of a school',
  logged: false,
  may: { read: asRoles(overseers) },
  ask: 'Ask the school.',
});

/** Stands for what an organisation keeps one of and has not begun yet, or for what it lists. */
export const itemToBe = (policy: Policy, ownerId: string): Item => itemOfCircle(policy, ownerId, '');
