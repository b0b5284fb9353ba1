import { policy } from '#platform/access/policy.ts';

/**
 * What a teacher tried and how pupils responded: theirs, and for those they share it with. No role opens
 * it, and line managers are kept out even of groups it is shared with.
 */
export const tryOutPolicy = policy({
  kind: 'try-out',
  purpose: 'learning',
  noun: 'try-out',
  logged: true,
  may: {
    read: ['author', 'reader'],
    /** Write, share, revisit, take away. */
    write: ['author'],
    comment: ['author', 'contributor'],
  },
  ask: 'Ask the person who wrote it to share it with you.',
});
