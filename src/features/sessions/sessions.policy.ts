import { itemOfCircle } from '#platform/access/items.ts';
import type { Policy } from '#platform/access/policy.ts';
import { policy } from '#platform/access/policy.ts';
import type { Item } from '#platform/access/who.ts';
import { role } from '#features/people/index.ts';
import { programmePolicy } from '#features/programmes/index.ts';

const ask = 'Ask the person who leads the programme, or the CPD leader.';

/**
 * Who is enrolled, who came, how many hours, which required exercises: what leaders may see by name.
 * Nothing that anybody wrote stands here.
 */
export const registerPolicy = policy({
  kind: 'attendance-register',
  purpose: 'administration',
  noun: 'attendance register',
  logged: false,
  may: {
    read: programmePolicy.may.register,
    mark: ['circle:leader', 'circle:facilitator', 'circle:specialist', `role:${role.cpdLeader}`],
  },
  ask,
});

/** A link or a file for a step. */
export const materialPolicy = policy({
  kind: 'step-material',
  purpose: 'learning',
  noun: 'material',
  logged: false,
  may: {
    read: ['circle', `role:${role.cpdLeader}`],
    change: ['circle:leader', 'circle:facilitator', 'circle:specialist', `role:${role.cpdLeader}`],
  },
  ask,
});

/**
 * What is written at a step, and what each promised there: for those who take part and those who help
 * them, and for guests who were let in for it. Whoever only leads or sponsors the programme does not read it.
 */
export const minutesPolicy = policy({
  kind: 'minutes',
  purpose: 'learning',
  noun: 'record of a session',
  logged: false,
  may: {
    read: [...programmePolicy.may.takePart, 'contributor'],
    write: [...programmePolicy.may.takePart, 'contributor'],
    /** The notes of a session that is led. */
    note: ['circle:facilitator', 'circle:specialist'],
    promise: ['circle:participant'],
  },
  ask: 'Ask somebody who takes part.',
});

/** What a person thinks about a step: theirs, until they share it. */
export const reflectionPolicy = policy({
  kind: 'reflection',
  purpose: 'learning',
  noun: 'reflection',
  logged: true,
  may: { read: ['author', 'reader'], write: ['author'] },
  ask: 'Ask the person who wrote it.',
});

/** What a person noticed at an exercise: theirs alone. That it is done stands in the register. */
export const exerciseNotePolicy = policy({
  kind: 'exercise-note',
  purpose: 'learning',
  noun: 'note on an exercise',
  logged: true,
  may: { read: ['author'], write: ['author'] },
  ask: 'Ask the person who wrote it.',
});

/** Why somebody need not do an exercise: for them and for whoever runs the exercises. */
export const exemptionPolicy = policy({
  kind: 'exercise-exemption',
  purpose: 'learning',
  noun: 'exemption',
  logged: false,
  may: { read: ['circle:facilitator', 'circle:leader'], grant: ['circle:facilitator', 'circle:leader'] },
  ask: 'Ask the facilitator of the programme.',
});

/** What belongs to a programme as a whole: its register, its exemptions. */
export const ofProgramme = (policyOf: Policy, programme: { owner_id: string; id: string }): Item =>
  itemOfCircle(policyOf, programme.owner_id, programme.id);
