import { policy } from '#platform/access/policy.ts';

/**
 * A recording of somebody's lesson is its author's to show: no role opens it, line managers are kept out, and it
 * reaches no other purpose than learning. `reader` watches it, `contributor` writes notes as well.
 */
export const recordingPolicy = policy({
  kind: 'recording',
  purpose: 'learning',
  noun: 'recording',
  logged: true,
  may: {
    read: ['author', 'contributor', 'reader'],
    /** Write notes of one's own, answer others'. */
    note: ['author', 'contributor'],
    /** Send it, change it, show it to others, erase it. */
    decide: ['author'],
  },
  ask: 'Ask the teacher whose lesson it is.',
});
export type RecordingAbility = keyof typeof recordingPolicy.may;
