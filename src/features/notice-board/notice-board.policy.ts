import { policy } from '#platform/access/policy.ts';

/**
 * A notice that a school puts up. Heads read all of them, because they answer for what the school says; what is put up
 * for somebody else stands in no list of theirs. Nothing is logged: what hangs on a board is no secret.
 */
export const postedNoticePolicy = policy({
  kind: 'posted-notice',
  purpose: 'administration',
  noun: 'notice',
  logged: false,
  may: {
    read: ['author', 'reader', 'role:head'],
    /** It was put up for them. */
    hear: ['reader'],
    /** Changes it, takes it down, and sees who said that they have read it. */
    keep: ['author', 'role:head'],
  },
  ask: 'Ask whoever told you of it, or the school’s office.',
});
