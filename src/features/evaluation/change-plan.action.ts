import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref } from './addresses.ts';
import { changePlanPage } from './change-plan.page.ts';
import type { EvaluatedProgramme, Evaluation, Plan } from './evaluation.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { planColumns } from './evaluation.queries.ts';
import { findEvaluation, itemToBe, openFound } from './open-evaluation.ts';
import type { FoundItem } from './evaluation.queries.ts';
import { planInput, planTexts, readPlan, wrongPlan } from './plan.input.ts';

/**
 * Saves the plan; the first time, that begins the evaluation. Agreement counts for the plan that people
 * were shown, so a change asks for it again. Throws `Stale` when somebody saved meanwhile.
 */
export const changePlan = action('/programmes/:programme/evaluation/plan/change', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: changePlanPage,
  input: z.object({ ...planInput, version: version() }),
  alsoWrong: (_visit, sent) => wrongPlan(sent),
  async run(change, { version: shown, ...sent }) {
    const found = await findEvaluation(change);
    const { programme, evaluation } = found;
    change.who.must('plan', evaluationPolicy, itemToBe(programme));
    const plan = readPlan(sent, programme);
    const id = evaluation
      ? await update(change, { ...found, evaluation }, plan, shown)
      : await begin(change, programme, plan);
    await change.record({
      kind: 'evaluation.planned',
      itemId: id,
      body: { programmeId: programme.id },
      tell: true,
    });
    return see(evaluationHref(programme, 'plan'), t('The plan is saved.'));
  },
});

async function begin(change: Change, programme: EvaluatedProgramme, plan: Plan): Promise<string> {
  const { tx, now, who } = change;
  const ownerId = programme.ownerId;
  const item = { ownerId, policy: evaluationPolicy, authorId: who.personId, circleId: programme.id };
  const id = await insertItem(tx, item, now);
  await tx
    .insertInto('evaluation')
    .values({
      owner_id: ownerId,
      id,
      programme_id: programme.id,
      ...planColumns(plan),
      version: 1,
      updated_by: who.personId,
      updated_at: now,
    })
    .execute();
  await keepText(tx, { ownerId, id }, 1, { ...plan }, who.personId, now);
  return id;
}

async function update(
  change: Change,
  found: FoundItem & { evaluation: Evaluation },
  plan: Plan,
  shown: number,
): Promise<string> {
  const { programme, evaluation } = await openFound(change, found, 'plan');
  const { tx, now, who } = change;
  const of = { ownerId: programme.ownerId, id: evaluation.id };
  const saved = await tx
    .updateTable('evaluation')
    .set({ ...planColumns(plan), version: shown + 1, updated_by: who.personId, updated_at: now })
    .where('owner_id', '=', of.ownerId)
    .where('id', '=', of.id)
    .where('version', '=', shown)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n)
    await throwStale(tx, of, { version: evaluation.version, fields: planTexts(evaluation) }, now);
  await keepText(tx, of, shown + 1, { ...plan }, who.personId, now);
  return of.id;
}
