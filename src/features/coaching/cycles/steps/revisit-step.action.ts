import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { hows } from '#features/try-outs/index.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { openStepGoingOn, staleStep } from './open-step.ts';
import { stepPage } from './step.page.ts';
import { updateStep } from './step.queries.ts';
import { stepHref } from './step.view.ts';

/** Says how a step goes by the time one looks again. */
export const revisitStep = action('/coaching/goals/:person/:goal/steps/:step/revisited', {
  purpose: 'learning',
  access: cyclePolicy,
  page: stepPage,
  input: z.object({
    how: choice(hows, 'Choose what comes nearest.'),
    words: optionalProse(4_000),
    version: version(),
  }),
  async run(change, { how, words, version: shown }) {
    const { goal, step } = await openStepGoingOn(change);
    if (!step.triedOn) throw new Refused(t('Say first that you tried it, and what pupils did.'));
    const changed = { revisited_at: change.now, revisited_how: how, revisited_words: words };
    const of = { ownerId: goal.ownerId, id: step.id };
    if (!(await updateStep(change.tx, of, shown, changed, change.now)))
      throw staleStep(goal, step, [
        { name: 'words', label: t('What pupils do now'), text: step.revisitedWords },
      ]);
    await change.record({
      ownerId: goal.ownerId,
      kind: 'action-step.revisited',
      itemId: goal.id,
      body: { stepId: step.id, how, organisationId: goal.organisationId },
      tell: true,
    });
    return see(
      stepHref(goal, step),
      t('Saved. You can keep it going in your practice, or say what came of the goal.'),
      stepHref(goal, step, 'not-revisited'),
    );
  },
});
