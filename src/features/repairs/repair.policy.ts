import { policy } from '#platform/access/policy.ts';

/**
 * Something broken. All staff read it, so that nobody reports it twice; the office moves it on, and whoever it was given
 * to, by a grant. Nothing is logged: a broken lamp is no secret.
 */
export const repairPolicy = policy({
  kind: 'repair',
  purpose: 'administration',
  noun: 'repair',
  logged: false,
  may: {
    read: ['staff'],
    /** Says what was done, where it stands and who looks after it. */
    move: ['editor', 'role:administrator', 'role:data-manager', 'role:head'],
    /** Takes the report back. */
    withdraw: ['author'],
  },
  ask: 'Ask the school’s office.',
});
