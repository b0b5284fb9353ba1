import { policy } from '#platform/access/policy.ts';

/**
 * What the people of a pairing say and write together: agreement, conversations, notes, other support. Nobody else
 * opens it, whatever their role. Not logged: they write it together.
 */
export const coachingPolicy = policy({
  kind: 'coaching',
  purpose: 'learning',
  noun: 'coaching',
  logged: false,
  may: {
    /** Readers are those who left: they read what they were there for. */
    read: ['circle', 'reader'],
    /** Say yes or no to being asked. */
    answer: ['circle:invited'],
    /** Write, sign, book a time, end. */
    write: ['circle:learner', 'circle:mentor', 'circle:coach', 'circle:co-coach'],
    /** Own a goal and its steps. */
    learn: ['circle:learner', 'circle:co-coach'],
  },
  ask: 'It is between the people who work together. If you need to know something of it, ask one of them.',
});
export type CoachingAbility = keyof typeof coachingPolicy.may;

/** A goal and the steps towards it: the learner's own, read by those they share it with. */
export const cyclePolicy = policy({
  kind: 'coaching-cycle',
  purpose: 'learning',
  noun: 'goal',
  logged: true,
  may: {
    read: ['author', 'reader'],
    write: ['author'],
  },
  ask: 'Ask the person whose goal it is to share it with you.',
});

/** Three answers about a relationship: the learner's alone. Counts of many make a trend. */
export const pulsePolicy = policy({
  kind: 'relationship-pulse',
  purpose: 'learning',
  noun: 'answer',
  logged: true,
  may: { read: ['author'], write: ['author'] },
  ask: 'Nobody but the person who answered can read it.',
});
