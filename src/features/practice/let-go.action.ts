import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { myPractice, practiceHref } from './addresses.ts';
import { openOwnPractice } from './open-own-practice.ts';
import { settleDueOf } from './own-looks.ts';
import { practicePolicy } from './practice.policy.ts';

const common = { purpose: 'learning', access: practicePolicy } as const;

/** Lets it go: nothing reminds of it, nobody else opens it. */
export const letGo = action('/practice/:person/:practice/let-go', {
  ...common,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** Brings it back, as it was and shared as it was. */
export const bringBack = action('/practice/:person/:practice/bring-back', {
  ...common,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const practice = await openOwnPractice(change);
  await endItem(change.tx, practice, endedAt);
  await settleDueOf(change, practice);
  await change.record({
    ownerId: practice.ownerId,
    kind: endedAt ? 'practice.let-go' : 'practice.brought-back',
    itemId: practice.id,
    body: { organisationId: practice.organisationId },
    tell: true,
  });
  return endedAt
    ? see(myPractice, t('Let go. That is an honest end too.'), practiceHref(practice, 'bring-back'))
    : see(practiceHref(practice), t('It is back.'));
}
