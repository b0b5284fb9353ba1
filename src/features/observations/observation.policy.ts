import { policy } from '#platform/access/policy.ts';

/**
 * The observed teacher is the author and decides who reads it. The observer may open it and writes notes
 * of their own. No role opens it, line managers are kept out, and it reaches no other purpose than learning.
 */
export const observationPolicy = policy({
  kind: 'observation',
  purpose: 'learning',
  noun: 'observation',
  logged: true,
  may: {
    read: ['author', 'reader'],
    /** Agree a day, write one's own part, say that it took place. */
    takePart: ['author', 'editor'],
    /** Share it further, take it away. */
    decide: ['author'],
  },
  ask: 'Ask the teacher who was observed.',
});
