import { z } from 'zod';
import { choice, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { openSupportToAnswer, staleSupport } from './open-support.ts';
import { answers, supportHref } from './support.ts';
import { supportPage } from './support.page.ts';
import { updateSupport } from './support.queries.ts';

/** Whoever it was suggested to says what is to become of it. */
export const answerSupport = action('/coaching/:coaching/support/:support/answer', {
  purpose: 'learning',
  access: coachingPolicy,
  page: supportPage,
  input: z.object({
    state: choice(answers, 'Choose what comes nearest.'),
    came_of_it: optionalProse(2_000),
    version: version(),
  }),
  async run(change, { state, came_of_it, version: shown }) {
    const { together, support } = await openSupportToAnswer(change);
    if (!(await updateSupport(change.tx, support, shown, { state, came_of_it }, change.now)))
      throw staleSupport(support, together, change.who.personId, [
        { name: 'came_of_it', label: t('What came of it'), text: support.cameOfIt },
      ]);
    await change.record({
      kind: 'brokered-support.answered',
      itemId: together.id,
      body: { supportId: support.id, state },
      tell: true,
    });
    return see(supportHref(together), t('Your answer is saved.'));
  },
});
