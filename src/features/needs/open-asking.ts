import { theseRoles } from '#platform/access/audience-words.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { type Asking, selectAsking } from './asking.queries.ts';
import { answerPolicy, askingPolicy } from './need.policy.ts';

/**
 * Opens the asking named in the address, for answering it or for running it.
 * A unit holds pupils too, and only staff are asked, so answering asks for both.
 * Throws `NotFound` and `NotAllowed`.
 */
export async function openAsking(visit: Visit, ability: 'answer' | 'manage'): Promise<Asking> {
  const asking = await findAsking(visit, ability === 'manage');
  const item = await visit.open(askingPolicy, asking.id);
  visit.who.must(ability, askingPolicy, item);
  if (ability === 'answer' && visit.who.standing.kind !== 'staff')
    throw new NotAllowed('This question is for the staff.', askingPolicy.ask);
  return asking;
}

/** Opens one's own answer at the address; whoever has given none must be among those who are asked. */
export async function openOwnAnswer(visit: Visit): Promise<Asking> {
  const asking = await findAsking(visit);
  if (!asking.mine) return openAsking(visit, 'answer');
  await visit.open(answerPolicy, asking.mine.id);
  return asking;
}

async function findAsking(visit: Visit, forLeader = false): Promise<Asking> {
  const asking = await selectAsking(
    visit.db,
    visit.organisationId,
    { slug: visit.params.asking! },
    visit.who.personId,
    forLeader,
  );
  if (!asking) throw new NotFound();
  return asking;
}

/** For pages with names and needs: said in the same words as on the form. */
export const leaderAudience = (): AudienceNote =>
  theseRoles(
    [role.cpdLeader],
    t(
      'The people who answered were told beforehand that the CPD leader reads this with their names. Heads and line managers do not see it. That you read an answer here is noted once a day, where its author sees it.',
    ),
  );

/** Who sees an answer, before it is written and after. */
export const answerAudience = (): AudienceNote => ({
  icon: 'people',
  words: t('You and the CPD leader'),
  why: t(
    'The CPD leader sees who wrote what, because help must reach the person. Heads and line managers do not. Others see counts at most, in groups of five or more. Nothing of it goes to appraisal. Each day on which the CPD leader reads your answer stands under Me, Who saw what.',
  ),
});
