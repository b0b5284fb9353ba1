import { z } from 'zod';
import { prose, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { finishGoalPage } from './finish-goal.page.ts';
import { goalHref } from './goal.ts';
import { updateGoal } from './goal.queries.ts';
import { openGoalGoingOn, openOwnGoal } from './open-goal.ts';
import { staleGoal } from './save-goal.action.ts';

/** Ends a cycle with what came of it, in its author's words. */
export const finishGoal = action('/coaching/goals/:person/:goal/finish', {
  purpose: 'learning',
  access: cyclePolicy,
  page: finishGoalPage,
  input: z.object({ came_of_it: prose('Write a line of what came of it.', 4_000), version: version() }),
  async run(change, { came_of_it, version: shown }) {
    const { goal } = await openGoalGoingOn(change);
    const changed = { came_of_it, finished_at: change.now };
    if (!(await updateGoal(change.tx, goal, shown, changed, change.now)))
      throw staleGoal(goal, [{ name: 'came_of_it', label: t('What came of it'), text: goal.cameOfIt }]);
    await change.record({
      ownerId: goal.ownerId,
      kind: 'coaching-goal.finished',
      itemId: goal.id,
      body: { organisationId: goal.organisationId },
      tell: true,
    });
    return see(goalHref(goal), t('This cycle has ended.'), goalHref(goal, 'reopen'));
  },
});

/** Takes up again a cycle that was ended. What was written of it stays. */
export const reopenGoal = action('/coaching/goals/:person/:goal/reopen', {
  purpose: 'learning',
  access: cyclePolicy,
  input: z.object({}),
  async run(change) {
    const { goal } = await openOwnGoal(change);
    await updateGoal(change.tx, goal, goal.version, { finished_at: null }, change.now);
    await change.record({
      ownerId: goal.ownerId,
      kind: 'coaching-goal.reopened',
      itemId: goal.id,
      body: { organisationId: goal.organisationId },
      tell: true,
    });
    return see(goalHref(goal), t('You are working on it again.'));
  },
});
