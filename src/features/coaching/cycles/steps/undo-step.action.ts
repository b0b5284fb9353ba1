import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { openStepGoingOn } from './open-step.ts';
import { updateStep } from './step.queries.ts';
import { stepHref } from './step.view.ts';

const common = { purpose: 'learning', access: cyclePolicy, input: z.object({}) } as const;

/** Takes back that it was rehearsed. */
export const stepNotRehearsed = action('/coaching/goals/:person/:goal/steps/:step/not-rehearsed', {
  ...common,
  run: (change) =>
    takeBack(change, 'rehearsed', { rehearsed_at: null, rehearsed_how: null, seen_first: null }),
});

/** Takes back that it was tried; the words about pupils stay in the form. */
export const stepNotTried = action('/coaching/goals/:person/:goal/steps/:step/not-tried', {
  ...common,
  run: (change) => takeBack(change, 'tried', { tried_on: null, revisit_on: null }),
});

/** Takes back that it was looked at again; it waits once more. */
export const stepNotRevisited = action('/coaching/goals/:person/:goal/steps/:step/not-revisited', {
  ...common,
  run: (change) => takeBack(change, 'revisited', { revisited_at: null, revisited_how: null }),
});

async function takeBack(
  change: Change,
  what: 'rehearsed' | 'tried' | 'revisited',
  columns: Parameters<typeof updateStep>[3],
): Promise<See> {
  const { goal, step } = await openStepGoingOn(change);
  await updateStep(change.tx, { ownerId: goal.ownerId, id: step.id }, step.version, columns, change.now);
  await change.record({
    ownerId: goal.ownerId,
    kind: `action-step.not-${what}`,
    itemId: goal.id,
    body: { stepId: step.id, organisationId: goal.organisationId },
    tell: true,
  });
  return see(stepHref(goal, step), t('That was taken back.'));
}
