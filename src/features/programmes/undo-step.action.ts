import { z } from 'zod';
import { selectText } from '#platform/audit/text-versions.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref, stepDesignHref } from './addresses.ts';
import { openProgramme, selectStep } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import type { StepText } from './step.input.ts';
import { writeStep } from './write-step.ts';

/** Takes back the last change of a step: brings back the version before it, as a new one. */
export const undoStepAction = action('/programmes/:programme/design/steps/:number/back/:version', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  async run(change) {
    const opened = await openProgramme(change, 'design');
    const step = await selectStep(change, opened.programme);
    const before = Number(change.params.version);
    if (!Number.isSafeInteger(before) || before < 1) throw new NotFound();
    if (step.version !== before + 1)
      throw new Refused('The step was changed again since. Open it to see how it stands.');
    const text = await selectText(change.tx, { ownerId: step.owner_id, id: step.id }, before);
    if (!text) throw new NotFound();
    await writeStep(change, opened, step, step.version, text as unknown as StepText);
    return see(
      programmeHref(opened.programme, 'design'),
      t('The step is as it was before.'),
      `${stepDesignHref(opened.programme, step)}/back/${step.version}`,
    );
  },
});
