import { policy } from '#platform/access/policy.ts';

/**
 * A need that somebody raises by themselves, with no question asked: for the CPD leader to help with, and for those it
 * came from. Its purpose is learning, so no appraisal reads it; each reading by the CPD leader is noted for its author.
 */
export const raisedNeedPolicy = policy({
  kind: 'raised-need',
  purpose: 'learning',
  noun: 'need',
  logged: true,
  only: ['staff'],
  may: {
    read: ['author', 'reader', 'role:cpd-leader'],
    join: ['role:cpd-leader'],
    takeBack: ['author'],
  },
  ask: 'Ask the CPD leader.',
});
