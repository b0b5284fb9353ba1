import { z } from 'zod';
import { prose } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { insertTargetFromGoal } from '#features/appraisal/index.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { copyGoalPage } from './copy-goal.page.ts';
import { openOwnGoal } from './open-goal.ts';

/** Its author copies a wording into a target of their own in appraisal. Which goal it was is recorded with the goal alone. */
export const copyGoal = action('/coaching/goals/:person/:goal/to-appraisal', {
  purpose: 'learning',
  access: cyclePolicy,
  page: copyGoalPage,
  input: z.object({ wording: prose('Write the words that are to cross.', 1_000) }),
  async run(change, { wording }) {
    const { goal } = await openOwnGoal(change);
    const { href } = await insertTargetFromGoal(change, { wording });
    await change.record({
      ownerId: goal.ownerId,
      kind: 'coaching-goal.wording-copied',
      itemId: goal.id,
    });
    return see(href, t('The words are copied. This target is all that crossed.'));
  },
});
