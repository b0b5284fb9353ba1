import type { Item } from '#platform/access/who.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { Change, type Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { EvaluatedProgramme, Evaluation, Measure } from './evaluation.ts';
import { usesMeasure } from './evaluation.ts';
import { type GroupAbility, groupPolicy } from './evaluation.policy.ts';
import { lockEvaluation } from './evaluation.queries.ts';
import { type GroupWithFigures, selectGroup } from './group.queries.ts';

export interface OpenedGroup {
  item: Item;
  programme: EvaluatedProgramme;
  evaluation: Evaluation;
  group: GroupWithFigures;
  /** The measures that this group takes, in order. */
  measures: Measure[];
  may(ability: GroupAbility): boolean;
}

/**
 * Opens the group that the address names (`:programme`, `:group`). Two statements, and one for the log when
 * it is somebody else's. Pupils' figures stay with the school: a teacher who left it opens them no more.
 * Throws `NotFound` when there is none, `NotAllowed` when `ability` is not the person's.
 */
export async function openGroup(visit: Visit, ability: GroupAbility = 'read'): Promise<OpenedGroup> {
  const { db, who, params, organisationId } = visit;
  const number = Number(params.group);
  if (visit instanceof Change) await lockEvaluation(visit.tx, organisationId, params.programme ?? '');
  const found =
    Number.isSafeInteger(number) && number > 0 && number < 1_000_000
      ? await selectGroup(db, who, { slug: params.programme ?? '', number })
      : undefined;
  if (!found) throw new NotFound('There is no group at this address.');
  if (who.standing.kind !== 'staff')
    throw new NotAllowed(t('Figures of pupils are for those who work at the school.'), groupPolicy.ask);
  const item = await visit.open(groupPolicy, found.group.id);
  if (ability !== 'read') who.must(ability, groupPolicy, item);
  const { programme, evaluation, group } = found;
  const measures = evaluation.measures.filter(
    (measure) => measure.endedAt === null && usesMeasure(measure, group.teacherId),
  );
  return { item, programme, evaluation, group, measures, may: (other) => who.may(other, groupPolicy, item) };
}
