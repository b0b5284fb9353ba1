import { z } from 'zod';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref, stepDesignHref } from './addresses.ts';
import { openProgramme, selectStep } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { stepDesignPage } from './step-design.page.ts';
import { stepInput } from './step.input.ts';
import { writeStep } from './write-step.ts';

/** Changes or moves a step. Throws `Stale` when somebody saved it meanwhile. */
export const changeStepAction = action('/programmes/:programme/design/steps/:number', {
  purpose: 'learning',
  access: programmePolicy,
  page: stepDesignPage,
  input: z.object({ ...stepInput, version: version() }),
  async run(change, { version: shown, ...text }) {
    const opened = await openProgramme(change, 'design');
    const step = await selectStep(change, opened.programme);
    await writeStep(change, opened, step, shown, text);
    return see(
      programmeHref(opened.programme, 'design'),
      text.on_date === step.on_date ? t('The step is saved.') : t('The step is moved.'),
      `${stepDesignHref(opened.programme, step)}/back/${shown}`,
    );
  },
});
