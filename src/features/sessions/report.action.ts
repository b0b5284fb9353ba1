import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, prose, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lockStep, programmePolicy, stepHref } from '#features/programmes/index.ts';
import { outcomes, selectOwnCommitment } from './commitments.queries.ts';
import { openMinutes } from './minutes.queries.ts';
import { openStep } from './open-step.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { stepPage } from './step.page.ts';

/** Says at a meeting what came of one's own commitment. It can be said again, in other words. */
export const reportAction = action('/programmes/:programme/steps/:number/reports/:commitment', {
  purpose: 'learning',
  access: programmePolicy,
  page: stepPage,
  input: z.object({
    outcome: choice(outcomes, 'Choose how far you came. “Not yet” is a fine answer.'),
    report: prose('Say in a sentence what happened, or what got in the way.', 4000),
    version: version(),
  }),
  async run(change, { outcome, report, version: shown }) {
    const { programme, step } = await openStep(change, 'join');
    await lockStep(change, step);
    change.who.must('promise', minutesPolicy, await openMinutes(change, step));
    const commitment = await selectOwnCommitment(change);
    const written = await change.tx
      .updateTable('commitment')
      .set({ outcome, report, reported_step_id: step.id, reported_at: change.now, version: shown + 1 })
      .where('owner_id', '=', commitment.owner_id)
      .where('id', '=', commitment.id)
      .where('version', '=', shown)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    // Only its author writes here, so this is their own other window.
    if (written.numUpdatedRows === 0n)
      throw new Refused(
        t(
          'You said something about this already, in another window: “{words}” Send it again to replace that.',
          { words: commitment.report },
        ),
      );
    await change.record({
      kind: 'commitment.reported',
      itemId: step.id,
      body: { commitment: commitment.id, outcome },
      tell: true,
    });
    return see(`${stepHref(programme, step)}#reports`, t('Your report is in the meeting.'));
  },
});
