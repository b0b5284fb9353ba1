import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { myAssessmentsPage } from './my-assessments.page.ts';
import { peerAssessmentPolicy } from './peer-assessment.policy.ts';
import { assessmentHref, selectPartners } from './peer-assessment.queries.ts';

/** Begins an account about a partner: its writer's alone until it is sent. */
export const beginAssessment = action('/my-learning/peer-assessments', {
  purpose: 'learning',
  access: members('staff'),
  page: myAssessmentsPage,
  input: z.object({ about: z.string({ error: 'Choose a partner.' }) }),
  async run(change, { about }) {
    const { tx, who, now, organisationId } = change;
    const partner = (await selectPartners(tx, who)).find(
      ({ circleId, personId }) => `${circleId} ${personId}` === about,
    );
    if (!partner) throw new Refused({ about: t('Choose a partner from the list.') });
    const id = await insertItem(
      tx,
      {
        ownerId: organisationId,
        policy: peerAssessmentPolicy,
        authorId: who.personId,
        circleId: partner.circleId,
        excludesManagers: true,
      },
      now,
    );
    await tx
      .insertInto('peer_assessment')
      .values({
        owner_id: organisationId,
        id,
        circle_id: partner.circleId,
        writer_id: who.personId,
        subject_id: partner.personId,
        texts: JSON.stringify({}),
        version: 0,
        created_at: now,
        updated_at: now,
        sent_at: null,
        reply: '',
        reply_version: 0,
      })
      .execute();
    await change.record({ kind: 'peer-assessment.begun', itemId: id });
    return see(assessmentHref({ id }, 'edit'));
  },
});
