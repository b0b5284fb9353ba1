import type { Item } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import { startingPointsPolicy } from './starting-points.policy.ts';

/** Where one account of starting points is: the owner is named in the address. */
export const addressOf = (item: Pick<Item, 'ownerId' | 'id'>): string =>
  `/starting-points/${item.ownerId}/${item.id}`;

/** Opens the starting points named in the address, for reading or, by their author alone, for changing. */
export async function openStartingPoints(visit: Visit, ability: 'read' | 'change'): Promise<Item> {
  const item = await visit.open(startingPointsPolicy, visit.params.id!, visit.params.person!);
  visit.who.must(ability, startingPointsPolicy, item);
  return item;
}
