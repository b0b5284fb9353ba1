import type { Change } from '#platform/http/context.ts';
import { insertPairing } from './insert-pairing.ts';
import { rhythmNamed } from './relationships.ts';
import type { MentoringPurpose } from './together.ts';

/**
 * The co-ordinator proposes mentoring to a learner, with somebody who could be the mentor. The learner says yes, or no
 * and finds somebody else; the suggested mentor is asked once the learner has said yes. Nothing is written for them:
 * words between learner and mentor are theirs. Records it. Answers the coaching's id and the pairing's.
 *
 * Ask first whether one manages the other (`selectManagement`): where it is so, propose somebody else.
 */
export async function proposeTo(
  change: Pick<Change, 'tx' | 'now' | 'organisationId' | 'record'> & { who: { personId: string } },
  proposal: {
    learner: { personId: string; name: string };
    mentor: { personId: string; name: string };
    purpose: MentoringPurpose;
    rhythm?: string | undefined;
  },
): Promise<{ id: string; pairingId: string }> {
  const made = await insertPairing(
    change.tx,
    change.organisationId,
    {
      kind: 'mentoring',
      purpose: proposal.purpose,
      rhythm: rhythmNamed('mentoring', proposal.rhythm),
      people: [
        { ...proposal.learner, part: 'learner' },
        { ...proposal.mentor, part: 'mentor' },
      ],
      askedBy: change.who.personId,
      askedWords: '',
      withManager: false,
    },
    change.now,
  );
  await change.record({
    kind: 'coaching.asked',
    itemId: made.id,
    body: { pairingId: made.pairingId, kind: 'mentoring' },
    tell: true,
  });
  return made;
}
