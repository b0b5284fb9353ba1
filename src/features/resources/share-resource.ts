import { type Grant, principals, shareItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { selectReaders } from './readings/reading.queries.ts';

/** In the bank all staff read it. */
export const grantsInBank = (owner: string): Grant[] => [
  { principal: principals.kind(owner, 'staff'), ability: 'read' },
];

/**
 * Shares a page with those who reach it: all staff while it stands in the bank, and whoever is asked to read it. Call it
 * after each change of either.
 */
export async function shareResource(
  { tx, organisationId: ownerId, now }: Pick<Change, 'tx' | 'organisationId' | 'now'>,
  id: string,
  inBank: boolean,
): Promise<void> {
  const readers = await selectReaders(tx, ownerId, id);
  await shareItem(
    tx,
    { ownerId, id },
    [
      ...(inBank ? grantsInBank(ownerId) : []),
      ...readers.map((reader): Grant => ({ principal: principals.person(reader), ability: 'read' })),
    ],
    now,
  );
}
