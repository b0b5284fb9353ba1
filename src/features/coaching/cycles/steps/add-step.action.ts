import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { line, optionalProse, prose } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalHref } from '../goals/goal.ts';
import { openGoalGoingOn } from '../goals/open-goal.ts';
import { addStepPage, isBeyondUsual } from './add-step.page.ts';
import { insertStep } from './step.queries.ts';

/** Adds a step to one's own goal. One more than usual at a time needs a reason: only its author reads it as theirs. */
export const addStep = action('/coaching/goals/:person/:goal/steps/new', {
  purpose: 'learning',
  access: cyclePolicy,
  page: addStepPage,
  input: z.object({
    words: prose('Write what you do.', 500),
    where: line('Write in which lesson.'),
    beyond: optionalProse(1_000),
  }),
  async run(change, { words, where, beyond }) {
    const { goal } = await openGoalGoingOn(change);
    const more = isBeyondUsual(goal);
    if (more && !beyond) throw new Refused({ beyond: t('Write why one more is needed now.') });
    const id = newId(change.now);
    await insertStep(
      change.tx,
      {
        ownerId: goal.ownerId,
        id,
        cycleId: goal.id,
        position: goal.steps.length + 1,
        words,
        where,
        beyond: more ? beyond : '',
      },
      change.now,
    );
    await change.record({
      ownerId: goal.ownerId,
      kind: 'action-step.added',
      itemId: goal.id,
      body: { stepId: id, beyond: more },
    });
    return see(
      goalHref(goal, `steps/${id}`),
      t('The step is there. Rehearse it before class, alone or together.'),
    );
  },
});
