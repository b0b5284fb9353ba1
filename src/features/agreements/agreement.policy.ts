import { policy } from '#platform/access/policy.ts';
import { role } from '#features/people/index.ts';

/**
 * A learning agreement belongs to the partners who write and sign it. Not logged: nobody but the partners
 * can open it, they write it together, and a lawful override writes its own line in the log.
 */
export const agreementPolicy = policy({
  kind: 'agreement',
  purpose: 'learning',
  noun: 'learning agreement',
  logged: false,
  may: {
    /** Readers are those who left: they read what they signed. */
    read: ['circle:partner', 'circle:invited', 'reader'],
    /** Say yes or no to being asked. */
    answer: ['circle:invited'],
    /** Write, plan, review, file, close. */
    write: ['circle:partner'],
    sign: ['circle:partner'],
    /** Take it back that one left. */
    comeBack: ['reader'],
    /** Who works with whom and when they review, in a list: never what is written. */
    pairings: [`role:${role.coordinator}`],
  },
  ask: 'It is between its partners. If you need to know something of it, ask one of them.',
});

export type AgreementAbility = keyof typeof agreementPolicy.may;
