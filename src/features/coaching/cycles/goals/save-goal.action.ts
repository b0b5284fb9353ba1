import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { Stale } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { type Goal, goalHref, saidIn } from './goal.ts';
import { editGoalPage } from './edit-goal.page.ts';
import { goalInput } from './goal-form.ts';
import { updateGoal } from './goal.queries.ts';
import { openOwnGoal } from './open-goal.ts';

/** Saves a new version of one's own goal. Throws `Stale` when it was saved elsewhere, as in another tab. */
export const saveGoal = action('/coaching/goals/:person/:goal/edit', {
  purpose: 'learning',
  access: cyclePolicy,
  page: editGoalPage,
  input: z.object({ ...goalInput, version: version() }),
  async run(change, { version: shown, ...texts }) {
    const { goal } = await openOwnGoal(change);
    if (!(await updateGoal(change.tx, goal, shown, texts, change.now))) throw staleGoal(goal, saidIn(goal));
    await keepText(change.tx, goal, shown + 1, texts, goal.ownerId, change.now);
    await change.record({
      ownerId: goal.ownerId,
      kind: 'coaching-goal.changed',
      itemId: goal.id,
      body: { version: shown + 1 },
    });
    return see(goalHref(goal), t('The changes are saved. The earlier text is kept.'));
  },
});

/** The goal as it stands, for its author, who saved it somewhere else. */
export const staleGoal = (
  goal: Goal,
  fields: readonly { name: string; label: string; text: string }[],
): Stale =>
  new Stale({
    version: goal.version,
    writerId: goal.ownerId,
    writtenBy: goal.author,
    writtenAt: goal.updatedAt,
    fields: [...fields],
  });
