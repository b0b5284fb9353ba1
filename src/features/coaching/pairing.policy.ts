import { policy } from '#platform/access/policy.ts';
import { role } from '#features/people/index.ts';

/**
 * A pairing is activity: who works with whom, in which kind of relationship, when they meet. Its people see it, and
 * whoever looks after mentoring and coaching. Heads and other leaders read counts of many, never a pairing.
 */
export const pairingPolicy = policy({
  kind: 'pairing',
  purpose: 'administration',
  noun: 'pairing',
  logged: false,
  may: {
    read: ['circle', `role:${role.coordinator}`],
    /** Offer time, end it, find somebody else. */
    lookAfter: [`role:${role.coordinator}`],
  },
  ask: 'It is between its people and the co-ordinator. Ask one of them.',
});

/** Somebody would rather work with another, or talk to somebody: between them and the co-ordinator. */
export const quietWishPolicy = policy({
  kind: 'quiet-wish',
  purpose: 'administration',
  noun: 'wish',
  logged: true,
  may: {
    read: ['author', `role:${role.coordinator}`],
    takeBack: ['author'],
    settle: [`role:${role.coordinator}`],
  },
  ask: 'Ask the person who said it.',
});
