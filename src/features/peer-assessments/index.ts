import type { Feature, Handler } from '#platform/http/feature.ts';
import { notify } from '#platform/notices/notices.ts';
import { t } from '#platform/i18n/i18n.ts';
import { assessmentPage } from './assessment.page.ts';
import { beginAssessment } from './begin-assessment.action.ts';
import { myAssessmentsPage } from './my-assessments.page.ts';
import { peerAssessmentPolicy } from './peer-assessment.policy.ts';
import { assessmentHref, selectAssessment, sentNotice } from './peer-assessment.queries.ts';
import { takeAwayAssessments } from './peer-assessments.take-away.ts';
import { replyToAssessment } from './reply-to-assessment.action.ts';
import { writeAssessment } from './write-assessment.action.ts';
import { writeAssessmentPage } from './write-assessment.page.ts';
import { presentAssessment } from './present-assessment.ts';

export { peerAssessmentPolicy } from './peer-assessment.policy.ts';

/** Tells the partner that something about them is there to read. Saying it twice changes nothing. */
const written: Handler = async (services, message) => {
  const { itemId } = message.body as { itemId: string };
  const assessment = await selectAssessment(services.db, message.ownerId, itemId);
  if (!assessment?.sentAt) return;
  await notify(
    services.db,
    {
      personId: assessment.subjectId,
      fromOwner: message.ownerId,
      kind: sentNotice,
      subjectKey: itemId,
      itemId,
      href: assessmentHref(assessment),
      dueAt: null,
    },
    services.now(),
  );
};

/** In a later cycle partners tell one another from evidence, in words, how far they have come. */
export const peerAssessments: Feature = {
  name: 'peer-assessments',
  policies: [peerAssessmentPolicy],
  routes: [
    myAssessmentsPage,
    beginAssessment,
    assessmentPage,
    writeAssessmentPage,
    writeAssessment,
    replyToAssessment,
  ],
  handlers: { 'peer-assessment.written': written },
  notices: { [sentNotice]: () => t('Read what your partner wrote about how far you have come') },
  present: { 'peer-assessment': presentAssessment },
  takeAway: takeAwayAssessments,
};
