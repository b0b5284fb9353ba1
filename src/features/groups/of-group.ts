import { itemOfCircle } from '#platform/access/items.ts';
import type { Policy } from '#platform/access/policy.ts';
import type { Item } from '#platform/access/who.ts';

/** What belongs to a group as a whole, for the kernel to decide on. */
export const ofGroup = (policy: Policy, group: { owner_id: string; id: string }): Item =>
  itemOfCircle(policy, group.owner_id, group.id);
