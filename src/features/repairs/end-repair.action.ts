import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openRepair } from './open-repair.ts';
import { repairPolicy } from './repair.policy.ts';
import { repairHref } from './repair.ts';

const common = { purpose: 'administration', access: repairPolicy, input: z.object({}) } as const;

/** Takes back a report that was a mistake; its author alone still opens it. */
export const endRepair = action('/repairs/:repair/end', {
  ...common,
  run: (change) => setEnded(change, change.now),
});

export const restoreRepair = action('/repairs/:repair/restore', {
  ...common,
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { item, repair } = await openRepair(change);
  change.who.must('withdraw', repairPolicy, item);
  await endItem(change.tx, item, endedAt);
  await change.record({
    kind: endedAt ? 'repair.withdrawn' : 'repair.restored',
    itemId: repair.id,
    body: {},
    tell: true,
  });
  return endedAt
    ? see(repairHref(repair.id), t('The report is taken back.'), repairHref(repair.id, 'restore'))
    : see(repairHref(repair.id), t('It is reported again.'), repairHref(repair.id, 'end'));
}
