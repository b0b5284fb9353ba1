import { z } from 'zod';
import { choice, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { openStepGoingOn, staleStep } from './open-step.ts';
import { rehearsals } from './step.ts';
import { stepPage } from './step.page.ts';
import { updateStep } from './step.queries.ts';
import { stepHref } from './step.view.ts';

/** Says how a step was rehearsed before class, and whether somebody was seen doing it first. */
export const rehearseStep = action('/coaching/goals/:person/:goal/steps/:step/rehearsed', {
  purpose: 'learning',
  access: cyclePolicy,
  page: stepPage,
  input: z.object({
    seen: choice(['yes', 'no'], 'Say whether you have seen it done.'),
    how: choice(rehearsals, 'Say how you rehearsed it.'),
    version: version(),
  }),
  async run(change, { seen, how, version: shown }) {
    const { goal, step } = await openStepGoingOn(change);
    const changed = { seen_first: seen === 'yes', rehearsed_at: change.now, rehearsed_how: how };
    const of = { ownerId: goal.ownerId, id: step.id };
    if (!(await updateStep(change.tx, of, shown, changed, change.now))) throw staleStep(goal, step, []);
    await change.record({
      ownerId: goal.ownerId,
      kind: 'action-step.rehearsed',
      itemId: goal.id,
      body: { stepId: step.id, how, seen: seen === 'yes' },
    });
    return see(
      stepHref(goal, step),
      t('Saved. When you have tried it, say what pupils did.'),
      stepHref(goal, step, 'not-rehearsed'),
    );
  },
});
