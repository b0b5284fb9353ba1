import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import { optionalId } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy, cyclePolicy } from '../../coaching.policy.ts';
import { openGoingOn } from '../../open-together.ts';
import { goalHref } from './goal.ts';
import { goalInput } from './goal-form.ts';
import { insertGoal, selectBefore } from './goal.queries.ts';
import { newGoalDraft, newGoalPage } from './new-goal.page.ts';
import { grantsFor, readersInput } from './readers-of-goal.ts';

/** A learner begins a cycle with a goal of their own. It is theirs, and read by whom they chose. */
export const beginGoal = action('/coaching/:coaching/goals/new', {
  purpose: 'learning',
  access: coachingPolicy,
  page: newGoalPage,
  input: z.object({ ...goalInput, readers: readersInput, after: optionalId() }),
  async run(change, { readers, after, ...texts }) {
    const { tx, who, now, organisationId } = change;
    const { together } = await openGoingOn(change, 'learn');
    const { number } = await selectBefore(tx, who, together.pairingId, newGoalDraft(together.id));
    const ownerId = who.personId;
    const id = await insertItem(
      tx,
      {
        ownerId,
        policy: cyclePolicy,
        authorId: ownerId,
        // Where one manages another both knew it when they agreed; sharing with the pairing is then the learner's word.
        excludesManagers: !together.withManager,
        grants: grantsFor(readers, together.id),
      },
      now,
    );
    const goal = { ownerId, id, organisationId, pairingId: together.pairingId, number: number + 1 };
    await insertGoal(tx, { ...goal, ...texts }, now);
    await keepText(tx, goal, 1, texts, ownerId, now);
    await change.record({
      ownerId,
      kind: 'coaching-goal.begun',
      itemId: id,
      body: { organisationId, number: goal.number, shared: readers === 'pairing', after },
      tell: true,
    });
    return see(
      goalHref(goal),
      readers === 'pairing'
        ? t('Saved. The people of this pairing can read it.')
        : t('Saved. Only you can read it.'),
    );
  },
});
