import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref, stepDesignHref } from './addresses.ts';
import { openProgramme, selectAnyStep } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { fitToSteps } from './step-changes.ts';

/** Takes a step out of the plan. What was done at it stays, and it can be put back. */
export const removeStepAction = action('/programmes/:programme/design/steps/:number/remove', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  run: (change) => endStep(change, change.now),
});

/** Puts a step back that was taken out. */
export const restoreStepAction = action('/programmes/:programme/design/steps/:number/restore', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  run: (change) => endStep(change, null),
});

async function endStep(change: Change, endedAt: Date | null): Promise<See> {
  const { programme } = await openProgramme(change, 'design');
  const step = await selectAnyStep(change, programme);
  await change.tx
    .updateTable('programme_step')
    .set({ ended_at: endedAt, calendar_changed_at: change.now })
    .where('owner_id', '=', step.owner_id)
    .where('id', '=', step.id)
    .execute();
  await fitToSteps(change, programme);
  await change.record({
    kind: endedAt ? 'step.removed' : 'step.restored',
    itemId: programme.id,
    body: { step: step.id, number: step.number, ingredient: step.ingredient },
  });
  return see(
    programmeHref(programme, 'design'),
    endedAt
      ? t('“{title}” is taken out.', { title: step.title })
      : t('“{title}” is back.', { title: step.title }),
    `${stepDesignHref(programme, step)}/${endedAt ? 'restore' : 'remove'}`,
  );
}
