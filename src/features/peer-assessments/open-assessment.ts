import type { Item } from '#platform/access/who.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { peerAssessmentPolicy } from './peer-assessment.policy.ts';
import { type PeerAssessment, selectAssessment } from './peer-assessment.queries.ts';

/** Opens the account that the address names. Throws as `visit.open` does. */
export async function openAssessment(
  visit: Visit,
  ability: keyof typeof peerAssessmentPolicy.may = 'read',
): Promise<{ item: Item; assessment: PeerAssessment & { waits: boolean } }> {
  const item = await visit.open(peerAssessmentPolicy, visit.params.assessment ?? '');
  visit.who.must(ability, peerAssessmentPolicy, item);
  const assessment = await selectAssessment(visit.db, item.ownerId, item.id, visit.who.personId);
  if (!assessment) throw new NotFound();
  return { item, assessment };
}
