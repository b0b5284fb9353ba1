import { policy } from '#platform/access/policy.ts';

/**
 * What a person practises: theirs, and for those they share it with. No role opens it, and line managers are kept out
 * even of groups it is shared with.
 */
export const practicePolicy = policy({
  kind: 'practice',
  purpose: 'learning',
  noun: 'practice',
  logged: true,
  may: {
    read: ['author', 'reader'],
    /** Change, rehearse, look again, share, let go. */
    write: ['author'],
  },
  ask: 'Ask the person whose it is to share it with you.',
});
