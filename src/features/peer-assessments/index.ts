import { z } from 'zod';
import type { Feature } from '#platform/http/feature.ts';
import { told } from '#platform/jobs/handler.ts';
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
const tellPartner = told(
  'peer-assessment.written',
  z.object({ itemId: z.uuid() }),
  async ({ ownerId, body: { itemId } }, { db, now }) => {
    const assessment = await selectAssessment(db, ownerId, itemId);
    if (!assessment?.sentAt) return;
    await notify(
      db,
      {
        personId: assessment.subjectId,
        fromOwner: ownerId,
        kind: sentNotice,
        subjectKey: itemId,
        itemId,
        href: assessmentHref(assessment),
        dueAt: null,
      },
      now(),
    );
  },
);

/** In a later cycle partners tell one another from evidence, in words, how far they have come. */
export const peerAssessments: Feature = {
  name: 'peer-assessments',
  drafts: {
    'peer-assessment': () => t('A peer assessment'),
  },
  place: 'learning',
  policies: [peerAssessmentPolicy],
  routes: [
    myAssessmentsPage,
    beginAssessment,
    assessmentPage,
    writeAssessmentPage,
    writeAssessment,
    replyToAssessment,
  ],
  handlers: [tellPartner],
  notices: { [sentNotice]: () => t('Read what your partner wrote about how far you have come') },
  present: { 'peer-assessment': presentAssessment },
  takeAway: takeAwayAssessments,
};
