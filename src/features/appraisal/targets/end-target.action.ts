import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openTarget } from './open-target.ts';
import { targetHref } from './target.ts';
import { targetPolicy } from './target.policy.ts';

/** The teacher takes a target away: the line manager no longer reads it. */
export const endTarget = action('/appraisal/targets/:target/end', {
  purpose: 'appraisal',
  access: targetPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

export const bringTargetBack = action('/appraisal/targets/:target/bring-back', {
  purpose: 'appraisal',
  access: targetPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const { item, target } = await openTarget(change, 'write');
  await endItem(change.tx, item, endedAt);
  await change.record({
    kind: endedAt ? 'appraisal.target-ended' : 'appraisal.target-restored',
    itemId: item.id,
  });
  return endedAt
    ? see('/appraisal', t('The target is taken away.'), targetHref(target, 'bring-back'))
    : see(targetHref(target), t('The target is back.'));
}
