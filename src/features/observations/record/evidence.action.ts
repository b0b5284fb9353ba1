import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { observationPolicy } from '../observation.policy.ts';
import { observationHref } from '../observation.ts';
import { evidenceToChoose } from './evidence.ts';
import { evidencePage, openForEvidence } from './evidence.page.ts';

/** Keeps which parts of the record the goal rests on, as references. */
export const chooseEvidence = action('/observations/:observation/evidence', {
  purpose: 'learning',
  access: observationPolicy,
  page: evidencePage,
  input: z.object({ evidence: ticks(200) }),
  async run(change, { evidence }) {
    const { observation } = await openForEvidence(change);
    const { tx, now } = change;
    const known = new Set(evidenceToChoose(observation).map(({ reference }) => reference));
    if (evidence.some((reference) => !known.has(reference)))
      throw new Refused({ evidence: t('Choose from the list.') });
    await tx
      .deleteFrom('observation_evidence')
      .where('owner_id', '=', observation.ownerId)
      .where('observation_id', '=', observation.id)
      .execute();
    if (evidence.length > 0)
      await tx
        .insertInto('observation_evidence')
        .values(
          [...new Set(evidence)].map((reference) => ({
            owner_id: observation.ownerId,
            observation_id: observation.id,
            reference,
            chosen_at: now,
          })),
        )
        .execute();
    await change.record({
      kind: 'observation.evidence-chosen',
      itemId: observation.id,
      body: { chosen: evidence.length },
    });
    return see(
      observationHref(observation, 'write/plan'),
      t('Chosen. Now one goal within reach, and how you will practise it.'),
    );
  },
});
