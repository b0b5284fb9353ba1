import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { tryOutHref } from './addresses.ts';
import { openOwnTryOut } from './edit-try-out.page.ts';
import { tryOutPolicy } from './try-out.policy.ts';

/** Takes one's own try-out away from everybody; only its author can still open it. */
export const endTryOut = action('/try-outs/:person/:tryOut/end', {
  purpose: 'learning',
  access: tryOutPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** Brings it back, shared as it was. */
export const restoreTryOut = action('/try-outs/:person/:tryOut/bring-back', {
  purpose: 'learning',
  access: tryOutPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const tryOut = await openOwnTryOut(change);
  await endItem(change.tx, tryOut, endedAt);
  await change.record({
    ownerId: tryOut.ownerId,
    kind: endedAt ? 'try-out.ended' : 'try-out.restored',
    itemId: tryOut.id,
    body: { organisationId: tryOut.organisationId },
    tell: true,
  });
  return endedAt
    ? see(
        '/my-learning/try-outs',
        t('The try-out was taken away. Nobody else can open it.'),
        tryOutHref(tryOut, 'bring-back'),
      )
    : see(tryOutHref(tryOut), t('The try-out is back.'));
}
