import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref } from './addresses.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { measureToChange } from './measure-form.page.ts';
import { openEvaluation } from './open-evaluation.ts';

/** Takes a measure out of the plan and the report; its figures are kept. */
export const endMeasure = action('/programmes/:programme/evaluation/measures/:measure/end', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreMeasure = action('/programmes/:programme/evaluation/measures/:measure/restore', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { programme, evaluation } = await openEvaluation(change, 'plan');
  const measure = measureToChange(change, evaluation);
  await change.tx
    .updateTable('evaluation_measure')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', programme.ownerId)
    .where('id', '=', measure.id)
    .execute();
  await change.record({
    kind: endedAt ? 'evaluation.measure-ended' : 'evaluation.measure-restored',
    itemId: evaluation.id,
    body: { measureId: measure.id },
    tell: true,
  });
  const to = evaluationHref(programme, 'plan#measures');
  return endedAt
    ? see(to, t('The measure is taken out.'), evaluationHref(programme, `measures/${measure.number}/restore`))
    : see(to, t('The measure is back.'));
}
