import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref, stepDesignHref } from './addresses.ts';
import { newStepPage } from './new-step.page.ts';
import { openProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { selectLastNumber } from './last-number.ts';
import { fitToSteps } from './step-changes.ts';
import { templateOf } from './template-of.ts';
import { templateMark } from './step-defaults.ts';
import { stepInput } from './step.input.ts';

/** Adds a step; its number is one that no step of the programme ever had. */
export const addStepAction = action('/programmes/:programme/design/steps/new', {
  purpose: 'learning',
  access: programmePolicy,
  page: newStepPage,
  input: z.object(stepInput),
  async run(change, step) {
    const { programme } = await openProgramme(change, 'design');
    const template = await templateOf(change.tx, programme);
    const number = (await selectLastNumber(change.tx, programme)) + 1;
    const id = newId(change.now);
    await change.tx
      .insertInto('programme_step')
      .values({
        ...step,
        ...templateMark(template, step.kind),
        owner_id: programme.owner_id,
        id,
        programme_id: programme.id,
        number,
        version: 1,
        created_at: change.now,
        ended_at: null,
      })
      .execute();
    await fitToSteps(change, programme);
    await change.record({
      kind: 'step.added',
      itemId: programme.id,
      body: { step: id, number, on: step.on_date },
    });
    return see(
      programmeHref(programme, 'design'),
      t('The step is added.'),
      `${stepDesignHref(programme, { number })}/remove`,
    );
  },
});
