import { policy } from '#platform/access/policy.ts';
import { role } from '#features/people/index.ts';

/**
 * What somebody teaches with: their own until they put it into the bank, then for all staff to read and adapt. Nobody
 * changes another's; the head can take out of the bank what should not be there.
 */
export const resourcePolicy = policy({
  kind: 'resource',
  purpose: 'administration',
  noun: 'resource',
  logged: false,
  // Whoever has left holds nothing of the school's; what they wrote goes with them in their archive.
  only: ['staff'],
  may: { read: ['author', 'reader'], write: ['author'], takeOut: ['author', `role:${role.head}`] },
  ask: 'Ask whoever told you of it.',
});
