import { policy } from '#platform/access/policy.ts';

/**
 * A formal observation: its item is the teacher's, the observer may arrange it, whoever is the teacher's line manager
 * today may read it.
 */
export const formalPolicy = policy({
  kind: 'formal-observation',
  purpose: 'appraisal',
  noun: 'formal observation',
  logged: true,
  may: {
    read: ['author', 'editor', 'manager'],
    /** Move it, call it off, say that it took place. */
    takePart: ['author', 'editor'],
    /** Go ahead before the term's coaching. */
    release: ['author'],
  },
  ask: 'Ask the teacher who is observed.',
});
