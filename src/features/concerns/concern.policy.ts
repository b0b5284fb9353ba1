import { policy } from '#platform/access/policy.ts';

/**
 * A worry about a child. Its readers are the roles that the school names for safeguarding, as grants of its audience:
 * a head who is not named is nobody here, and so is the writer's manager. The writer reads what they wrote and whether
 * somebody has looked; what was done about it is for those who are named (`handle`). Each opening is logged.
 */
export const concernPolicy = policy({
  kind: 'concern',
  purpose: 'safeguarding',
  noun: 'concern',
  logged: true,
  may: {
    read: ['author', 'reader'],
    handle: ['reader'],
  },
  ask: 'Speak to the safeguarding lead.',
});
