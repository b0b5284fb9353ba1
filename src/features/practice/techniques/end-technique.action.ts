import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { techniqueHref } from './technique.ts';
import { techniquePolicy } from './technique.policy.ts';
import { openToEnd } from './open-to-end.ts';

/** Takes a technique out of the library; who practises it keeps their own words. */
export const endTechnique = action('/practice/techniques/:technique/end', {
  purpose: 'learning',
  access: techniquePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** Brings it back. */
export const restoreTechnique = action('/practice/techniques/:technique/bring-back', {
  purpose: 'learning',
  access: techniquePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const item = await openToEnd(change, techniquePolicy, change.params.technique!);
  await endItem(change.tx, item, endedAt);
  await change.record({ kind: endedAt ? 'technique.ended' : 'technique.restored', itemId: item.id });
  return endedAt
    ? see('/practice/techniques', t('It is out of the library.'), techniqueHref(item.id, 'bring-back'))
    : see(techniqueHref(item.id), t('It is in the library again.'));
}
