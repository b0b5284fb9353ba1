import { policy } from '#platform/access/policy.ts';
import { role } from '#features/people/index.ts';

/**
 * A technique of the school's own library: any member of staff writes one and improves what others wrote; its author
 * or the CPD leader takes it out.
 */
export const techniquePolicy = policy({
  kind: 'technique',
  purpose: 'administration',
  noun: 'technique',
  logged: false,
  may: { read: ['staff'], write: ['staff'], end: ['author', `role:${role.cpdLeader}`] },
  ask: 'Ask the CPD leader.',
});

/** Where a technique can be seen done, given by a member of staff. */
export const examplePolicy = policy({
  kind: 'technique-example',
  purpose: 'administration',
  noun: 'example of a technique',
  logged: false,
  may: { read: ['staff'], end: ['author', `role:${role.cpdLeader}`] },
  ask: 'Ask the CPD leader.',
});
