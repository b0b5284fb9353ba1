import { z } from 'zod';
import { Stale } from '#platform/errors.ts';
import { prose, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { assessmentPage } from './assessment.page.ts';
import { openAssessment } from './open-assessment.ts';
import { peerAssessmentPolicy } from './peer-assessment.policy.ts';
import { assessmentHref, selectAssessment } from './peer-assessment.queries.ts';

/** The partner's answer to what was written about them. Throws `Stale`, as from another tab. */
export const replyToAssessment = action('/peer-assessments/:assessment/reply', {
  purpose: 'learning',
  access: peerAssessmentPolicy,
  page: assessmentPage,
  input: z.object({ reply: prose('Write your answer first.', 10_000), version: version() }),
  async run(change, { reply, version: shown }) {
    const { item, assessment } = await openAssessment(change, 'reply');
    const saved = await change.tx
      .updateTable('peer_assessment')
      .set({ reply, reply_version: shown + 1 })
      .where('owner_id', '=', item.ownerId)
      .where('id', '=', item.id)
      .where('reply_version', '=', shown)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) {
      const current = (await selectAssessment(change.tx, item.ownerId, item.id))!;
      throw new Stale({
        version: current.replyVersion,
        writerId: current.subjectId,
        writtenBy: current.subject,
        writtenAt: change.now,
        fields: [{ name: 'reply', label: t('What you say to it'), text: current.reply }],
      });
    }
    await change.record({ kind: 'peer-assessment.answered', itemId: item.id });
    return see(
      assessmentHref(assessment),
      t('Your answer is saved. {name} can read it.', { name: assessment.writer }),
    );
  },
});
