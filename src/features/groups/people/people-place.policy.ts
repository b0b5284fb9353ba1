import { itemOfCircle } from '#platform/access/items.ts';
import { policy } from '#platform/access/policy.ts';
import type { Item } from '#platform/access/who.ts';

/**
 * A person's own place in a group: that they are asked, asked themselves, were let in, or left. Theirs to answer and
 * to take back, whether they can open the group or not.
 */
export const placePolicy = policy({
  kind: 'group-place',
  purpose: 'learning',
  noun: 'place in a group',
  logged: false,
  may: { read: ['author'], change: ['author'] },
  ask: 'Ask somebody in the group.',
});

/** The place of one person in a group, for the kernel to decide on. */
export const placeOf = (group: { owner_id: string; id: string }, personId: string): Item => ({
  ...itemOfCircle(placePolicy, group.owner_id, group.id),
  authorId: personId,
});
