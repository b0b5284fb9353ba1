import { policy } from '#platform/access/policy.ts';

/**
 * A target for appraisal is the teacher's own text. Whoever is their line manager today reads it and may agree to
 * it; no role opens it, the head's neither.
 */
export const targetPolicy = policy({
  kind: 'appraisal-target',
  purpose: 'appraisal',
  noun: 'target for appraisal',
  logged: true,
  may: {
    read: ['author', 'manager'],
    agree: ['author', 'manager'],
    write: ['author'],
  },
  ask: 'Ask the teacher whose target it is.',
});
