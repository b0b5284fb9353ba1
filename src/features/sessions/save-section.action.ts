import { z } from 'zod';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { stepHref } from '#features/programmes/index.ts';
import { openSection } from './open-section.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { stepPage } from './step.page.ts';
import { writeSection } from './write-section.ts';

/**
 * Saves one section of what is written together at a step, over the version the person was shown. The text it
 * replaces is kept. Throws `Stale` with the other text when somebody saved meanwhile.
 */
export const saveSection = action('/programmes/:programme/steps/:number/minutes/:section', {
  purpose: 'learning',
  access: minutesPolicy,
  page: stepPage,
  input: z.object({ text: optionalProse(20_000), version: version() }),
  async run(change, { text, version: shown }) {
    const { programme, step, section } = await openSection(change);
    await writeSection(change, step, section.id, text, shown);
    return see(`${stepHref(programme, step)}#${section.id}`, t('It is saved.'));
  },
});
