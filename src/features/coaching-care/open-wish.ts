import type { Item } from '#platform/access/who.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { quietWishPolicy } from '#features/coaching/index.ts';
import { selectWish, type Wish } from './wish.queries.ts';

/**
 * Opens the quiet word that the address names, for somebody who looks after pairings and is not in this one. Throws
 * `NotFound` where it was taken back or is about a pairing of their own, `NotAllowed` as the kernel does.
 */
export async function openWish(visit: Visit): Promise<{ item: Item; wish: Wish }> {
  const item = await visit.open(quietWishPolicy, visit.params.wish ?? '');
  visit.who.must('settle', quietWishPolicy, item);
  const wish = await selectWish(visit.db, item, visit.who.personId);
  if (!wish || wish.takenBackAt !== null) throw new NotFound();
  return { item, wish };
}
