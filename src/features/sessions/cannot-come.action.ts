import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { NotAllowed } from '#platform/errors.ts';
import { optionalLine } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmePolicy, stepHref } from '#features/programmes/index.ts';
import { belowStep } from './addresses.ts';
import { openStep, type OpenedStep } from './open-step.ts';
import { stepPage } from './step.page.ts';

/** A participant says beforehand that they cannot come, with a reason or without. */
export const cannotCome = action('/programmes/:programme/steps/:number/cannot-come', {
  purpose: 'learning',
  access: programmePolicy,
  page: stepPage,
  input: z.object({ reason: optionalLine(300) }),
  async run(change, { reason }) {
    const opened = await openOwn(change);
    const row = { reason, said_at: change.now, ended_at: null };
    await change.tx
      .insertInto('step_apology')
      .values({
        owner_id: opened.step.owner_id,
        step_id: opened.step.id,
        person_id: change.who.personId,
        ...row,
      })
      .onConflict((conflict) => conflict.columns(['owner_id', 'step_id', 'person_id']).doUpdateSet(row))
      .execute();
    await change.record({ kind: 'apology.made', itemId: opened.step.id });
    return see(
      stepHref(opened.programme, opened.step),
      t('Those who run the session know that you cannot come.'),
      belowStep(opened.programme, opened.step, 'can-come'),
    );
  },
});

/** They can come after all. */
export const canCome = action('/programmes/:programme/steps/:number/can-come', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  async run(change) {
    const { programme, step } = await openOwn(change);
    await change.tx
      .updateTable('step_apology')
      .set({ ended_at: change.now })
      .where('owner_id', '=', step.owner_id)
      .where('step_id', '=', step.id)
      .where('person_id', '=', change.who.personId)
      .execute();
    await change.record({ kind: 'apology.ended', itemId: step.id });
    return see(stepHref(programme, step), t('You are expected.'));
  },
});

async function openOwn(change: Change): Promise<OpenedStep> {
  const opened = await openStep(change, 'join');
  if (!change.who.isIn(opened.programme.id, 'participant'))
    throw new NotAllowed('Only those who take part are on the roll.');
  return opened;
}
