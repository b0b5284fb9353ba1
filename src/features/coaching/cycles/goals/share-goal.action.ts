import { z } from 'zod';
import { grantsOf, shareItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { goalHref, pairingPrincipal } from './goal.ts';
import { openOwnGoal } from './open-goal.ts';
import { grantsFor, readersInput } from './readers-of-goal.ts';
import { shareGoalPage } from './share-goal.page.ts';

/** Says who reads a goal from now on: its author alone, or the people of the pairing too. */
export const shareGoal = action('/coaching/goals/:person/:goal/share', {
  purpose: 'learning',
  access: cyclePolicy,
  page: shareGoalPage,
  input: z.object({ readers: readersInput }),
  async run(change, { readers }) {
    const { item, goal } = await openOwnGoal(change);
    if (!goal.pairing)
      throw new Refused({
        readers: t('You are in another school now. Share it from the school it was written in.'),
      });
    const ours = pairingPrincipal(goal.pairing.coachingId);
    const kept = grantsOf(item).filter(({ principal }) => principal !== ours);
    await shareItem(change.tx, goal, [...kept, ...grantsFor(readers, goal.pairing.coachingId)], change.now);
    await change.record({
      ownerId: goal.ownerId,
      kind: 'coaching-goal.shared',
      itemId: goal.id,
      body: { organisationId: change.organisationId, shared: readers === 'pairing' },
    });
    return see(
      goalHref(goal),
      readers === 'pairing'
        ? t('Saved. The people of this pairing can read it.')
        : t('Saved. Only you can read it now.'),
    );
  },
});
