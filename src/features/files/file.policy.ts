import { policy } from '#platform/access/policy.ts';

/**
 * Stands on the routes of files. A file has no readers of its own: it hangs on an item, and whoever
 * may read the item, by the policy of the item's kind, may open its files. Nobody else may.
 */
export const filePolicy = policy({
  kind: 'file',
  purpose: 'learning',
  noun: 'file',
  logged: false,
  may: { read: [] },
  ask: 'Ask the person who added it.',
});
