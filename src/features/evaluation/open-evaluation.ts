import { itemOfCircle } from '#platform/access/items.ts';
import type { Item, Who } from '#platform/access/who.ts';
import { NotFound } from '#platform/errors.ts';
import { Change, type Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { EvaluatedProgramme, Evaluation } from './evaluation.ts';
import { evaluationPolicy, type EvaluationAbility } from './evaluation.policy.ts';
import { type FoundItem, lockEvaluation, selectEvaluation } from './evaluation.queries.ts';

export interface OpenedEvaluation {
  item: Item;
  programme: EvaluatedProgramme;
  evaluation: Evaluation;
  who: Who;
  may(ability: EvaluationAbility): boolean;
}

/**
 * Opens the evaluation of the programme that the address names (`:programme`). One statement; within a
 * change it is held until the change is written. The programme itself was made for learning and is not
 * opened here: the evaluation is an item of its own that decides by itself who reads it.
 * Throws `NotFound` when there is none, `NotAllowed` when `ability` is not the person's.
 */
export async function openEvaluation(
  visit: Visit,
  ability: EvaluationAbility = 'read',
): Promise<OpenedEvaluation> {
  const found = await findEvaluation(visit);
  if (!found.evaluation) {
    visit.who.must(ability, evaluationPolicy, itemToBe(found.programme));
    throw new NotFound(t('Nobody has begun an evaluation of this programme yet.'));
  }
  return openFound(visit, { ...found, evaluation: found.evaluation }, ability);
}

/** Opens one that was found already. */
export async function openFound(
  visit: Visit,
  { programme, evaluation, itemRow }: FoundItem & { evaluation: Evaluation },
  ability: EvaluationAbility = 'read',
): Promise<OpenedEvaluation> {
  const item = visit.admit(evaluationPolicy, itemRow);
  if (ability !== 'read') visit.who.must(ability, evaluationPolicy, item);
  const { who } = visit;
  return { item, programme, evaluation, who, may: (other) => who.may(other, evaluationPolicy, item) };
}

/** The programme in the address with its evaluation, if one was begun; nobody has been asked yet. */
export async function findEvaluation(visit: Visit): Promise<FoundItem> {
  const slug = visit.params.programme ?? '';
  if (visit instanceof Change) await lockEvaluation(visit.tx, visit.organisationId, slug);
  return orNotFound(await selectEvaluation(visit.db, visit.who, slug, visit.now));
}

/** Throws `NotFound` when there is no programme at the address. */
export function orNotFound(found: FoundItem | undefined): FoundItem {
  if (!found) throw new NotFound('There is no programme at this address.');
  return found;
}

/** The item as it will be, to ask who may begin it. */
export const itemToBe = ({ ownerId, id }: Pick<EvaluatedProgramme, 'ownerId' | 'id'>): Item =>
  itemOfCircle(evaluationPolicy, ownerId, id);
