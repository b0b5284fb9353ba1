import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { line, optionalLine } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectForm, shownParts } from '#features/agreements/index.ts';
import { collectedPolicy, itemToBe } from '../planner.policy.ts';
import { openCollected } from './collected.page.ts';
import { insertCollected } from './collection.queries.ts';
import { collectionHref } from './collection.ts';
import { elsePart, newCollectedPage } from './new-collected.page.ts';
import { readParts } from './read-parts.ts';

/** Puts an agreement from elsewhere into the collection. */
export const addCollected = action('/school/agreement-collection', {
  purpose: 'administration',
  access: collectedPolicy,
  page: newCollectedPage,
  input: z.looseObject({
    title: line('Say what to call it.', 120),
    comes_from: optionalLine(),
  }),
  async run(change, sent) {
    const { tx, organisationId: ownerId, who } = change;
    who.must('compare', collectedPolicy, itemToBe(collectedPolicy, ownerId));
    const form = await selectForm(tx, ownerId);
    const parts = readParts(
      [
        ...shownParts(form.parts).map(({ id, heading }) => ({ id, label: heading })),
        { id: elsePart, label: t('Anything else it says') },
      ],
      sent,
      t('Write what it says in at least one part.'),
    );
    const { title, comes_from: comesFrom } = sent;
    const id = await insertCollected(change, { came: 'typed', title, comesFrom, parts });
    await change.record({ kind: 'collected-agreement.added', itemId: id });
    return see(collectionHref(id), t('It is in the collection.'), collectionHref(`${id}/end`));
  },
});

/** Takes an agreement out of the collection, and what was given too: those who lead answer for what stands there. */
export const endCollected = action('/school/agreement-collection/:copy/end', {
  purpose: 'administration',
  access: collectedPolicy,
  input: z.object({}),
  async run(change) {
    const id = await setEnded(change, change.now);
    return see(collectionHref(), t('Taken out of the collection.'), collectionHref(`${id}/restore`));
  },
});

/** Puts it back, unless its people have taken it back meanwhile. */
export const restoreCollected = action('/school/agreement-collection/:copy/restore', {
  purpose: 'administration',
  access: collectedPolicy,
  input: z.object({}),
  async run(change) {
    const id = await setEnded(change, null);
    return see(collectionHref(id), t('It is back in the collection.'));
  },
});

async function setEnded(change: Change, endedAt: Date | null): Promise<string> {
  const { tx, organisationId: ownerId, who } = change;
  who.must('compare', collectedPolicy, itemToBe(collectedPolicy, ownerId));
  const { agreement } = await openCollected(change);
  if (agreement.parts.length === 0) throw new NotFound('Its people have taken it back.');
  const of = { ownerId, id: agreement.id };
  await tx
    .updateTable('collected_agreement')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', ownerId)
    .where('id', '=', of.id)
    .execute();
  await change.record({
    kind: endedAt ? 'collected-agreement.ended' : 'collected-agreement.restored',
    itemId: of.id,
  });
  return of.id;
}
