import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalHref } from '../goals/goal.ts';
import { openAnyStep } from './open-step.ts';
import { updateStep } from './step.queries.ts';
import { stepHref } from './step.view.ts';

/** Takes one's own step away. It takes up no place any more; nobody is asked why. */
export const endStep = action('/coaching/goals/:person/:goal/steps/:step/end', {
  purpose: 'learning',
  access: cyclePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

export const restoreStep = action('/coaching/goals/:person/:goal/steps/:step/bring-back', {
  purpose: 'learning',
  access: cyclePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const { goal, step } = await openAnyStep(change);
  const of = { ownerId: goal.ownerId, id: step.id };
  await updateStep(change.tx, of, step.version, { ended_at: endedAt }, change.now);
  await change.record({
    ownerId: goal.ownerId,
    kind: endedAt ? 'action-step.ended' : 'action-step.restored',
    itemId: goal.id,
    body: { stepId: step.id, organisationId: goal.organisationId },
    tell: true,
  });
  return endedAt
    ? see(goalHref(goal), t('The step was taken away.'), stepHref(goal, step, 'bring-back'))
    : see(stepHref(goal, step), t('The step is back.'));
}
