import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalHref } from './goal.ts';
import { openGoal } from './open-goal.ts';

/** Takes one's own goal away from everybody; only its author can still open it. */
export const endGoal = action('/coaching/goals/:person/:goal/end', {
  purpose: 'learning',
  access: cyclePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** Brings it back, shared as it was. */
export const restoreGoal = action('/coaching/goals/:person/:goal/bring-back', {
  purpose: 'learning',
  access: cyclePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const { goal } = await openGoal(change, 'write');
  await endItem(change.tx, goal, endedAt);
  await change.record({
    ownerId: goal.ownerId,
    kind: endedAt ? 'coaching-goal.ended' : 'coaching-goal.restored',
    itemId: goal.id,
    body: { organisationId: goal.organisationId },
    tell: true,
  });
  return endedAt
    ? see(
        goalHref(goal),
        t('The goal was taken away. Nobody else can open it.'),
        goalHref(goal, 'bring-back'),
      )
    : see(goalHref(goal), t('The goal is back.'));
}
