import type { Item } from '#platform/access/who.ts';
import { NotFound } from '#platform/errors.ts';
import { Change, type Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { EvaluatedProgramme, Evaluation } from './evaluation.ts';
import { evaluationPolicy, type EvaluationAbility } from './evaluation.policy.ts';
import { type Found, lockEvaluation, selectEvaluation } from './evaluation.queries.ts';

export interface OpenedEvaluation {
  item: Item;
  programme: EvaluatedProgramme;
  evaluation: Evaluation;
  may(ability: EvaluationAbility): boolean;
}

/**
 * Opens the evaluation of the programme that the address names (`:programme`). Two statements; within a
 * change it is held until the change is written. The programme itself was made for learning and is not
 * opened here: the evaluation is an item of its own that decides by itself who reads it.
 * Throws `NotFound` when there is none, `NotAllowed` when `ability` is not the person's.
 */
export async function openEvaluation(
  visit: Visit,
  ability: EvaluationAbility = 'read',
): Promise<OpenedEvaluation> {
  const { programme, evaluation } = await findEvaluation(visit);
  if (!evaluation) {
    visit.who.must(ability, evaluationPolicy, itemToBe(programme));
    throw new NotFound(t('Nobody has begun an evaluation of this programme yet.'));
  }
  return openFound(visit, programme, evaluation, ability);
}

export async function openFound(
  visit: Visit,
  programme: EvaluatedProgramme,
  evaluation: Evaluation,
  ability: EvaluationAbility = 'read',
): Promise<OpenedEvaluation> {
  const item = await visit.open(evaluationPolicy, evaluation.id);
  if (ability !== 'read') visit.who.must(ability, evaluationPolicy, item);
  return { item, programme, evaluation, may: (other) => visit.who.may(other, evaluationPolicy, item) };
}

/** The programme in the address with its evaluation, if one was begun; nobody has been asked yet. */
export async function findEvaluation(visit: Visit): Promise<Found> {
  const slug = visit.params.programme ?? '';
  if (visit instanceof Change) await lockEvaluation(visit.tx, visit.organisationId, slug);
  const found = await selectEvaluation(visit.db, visit.organisationId, slug, visit.who.personId);
  if (!found) throw new NotFound('There is no programme at this address.');
  return found;
}

/** The item as it will be, to ask who may begin it. */
export const itemToBe = (programme: EvaluatedProgramme): Item => ({
  ownerId: programme.ownerId,
  id: programme.id,
  kind: evaluationPolicy.kind,
  purpose: evaluationPolicy.purpose,
  authorId: '',
  circleId: programme.id,
  audienceId: null,
  excludesManagers: false,
  createdAt: new Date(0),
  endedAt: null,
  granted: [],
  audience: [],
  overridden: false,
});
