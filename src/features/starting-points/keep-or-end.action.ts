import { z } from 'zod';
import { endItem, insertItem } from '#platform/access/items.ts';
import type { Item } from '#platform/access/who.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { addressOf, openStartingPoints } from './open-starting-points.ts';
import { startingPointsPolicy } from './starting-points.policy.ts';
import { insertStartingPoints, selectStartingPoints } from './starting-points.queries.ts';

const common = { purpose: 'learning', access: startingPointsPolicy, input: z.object({}) } as const;

/** A new account beginning with the words of an old one: for no programme, shared with nobody. */
export const copyStartingPoints = action('/starting-points/:person/:id/copy', {
  ...common,
  async run(change) {
    const item = await openStartingPoints(change, 'change');
    const { tx, who, now, organisationId } = change;
    const old = await selectStartingPoints(tx, who, item.ownerId, item.id, now);
    const id = await insertItem(
      tx,
      { ownerId: item.ownerId, policy: startingPointsPolicy, authorId: who.personId },
      now,
    );
    const title = t('{title}, next time', { title: old.title }).slice(0, 120);
    await insertStartingPoints(
      tx,
      {
        ownerId: item.ownerId,
        id,
        organisationId,
        title,
        programmeId: null,
        texts: old.texts,
        copiedFrom: item.id,
      },
      now,
    );
    await change.record({
      ownerId: item.ownerId,
      kind: 'starting-points.copied',
      itemId: id,
      body: { from: item.id },
    });
    return see(
      `${addressOf({ ownerId: item.ownerId, id })}/edit`,
      t('Here are the same words to begin with. Only you can see them.'),
    );
  },
});

/** Takes starting points away from everyone; their author can bring them back. */
export const endStartingPoints = action('/starting-points/:person/:id/end', {
  ...common,
  async run(change) {
    const item = await setEnded(change, change.now);
    return see(
      '/my-learning/starting-points',
      t('Your starting points are taken away.'),
      `${addressOf(item)}/restore`,
    );
  },
});

export const restoreStartingPoints = action('/starting-points/:person/:id/restore', {
  ...common,
  async run(change) {
    const item = await setEnded(change, null);
    return see(addressOf(item), t('Your starting points are back, shared as before.'));
  },
});

async function setEnded(change: Change, endedAt: Date | null): Promise<Item> {
  const item = await openStartingPoints(change, 'change');
  await endItem(change.tx, item, endedAt);
  await change.record({
    ownerId: item.ownerId,
    kind: endedAt ? 'starting-points.ended' : 'starting-points.restored',
    itemId: item.id,
    body: { organisationId: change.organisationId },
    tell: true,
  });
  return item;
}
