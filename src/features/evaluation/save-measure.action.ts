import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref } from './addresses.ts';
import type { Measure } from './evaluation.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import {
  measureColumns,
  measureInput,
  type MeasureText,
  measureValues,
  readMeasure,
  wrongMeasure,
} from './measure.input.ts';
import { measureToChange, measurePage, newMeasurePage } from './measure-form.page.ts';
import { openEvaluation, type OpenedEvaluation } from './open-evaluation.ts';

const input = z.object({ ...measureInput, version: version() });

/** A teacher chooses a measure. */
export const addMeasure = action('/programmes/:programme/evaluation/measures', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: newMeasurePage,
  input,
  alsoWrong: (_visit, sent) => wrongMeasure(sent),
  async run(change, { version: _new, ...sent }) {
    const opened = await openEvaluation(change, 'plan');
    const { programme, evaluation } = opened;
    const { tx, now, who } = change;
    const measure = readMeasure(sent, programme, who.personId);
    const number = Math.max(0, ...evaluation.measures.map((each) => each.number)) + 1;
    const of = { ownerId: programme.ownerId, id: newId(now) };
    await tx
      .insertInto('evaluation_measure')
      .values({
        owner_id: of.ownerId,
        id: of.id,
        evaluation_id: evaluation.id,
        number,
        ...measureColumns(measure),
        chosen_by: who.personId,
        version: 1,
        created_at: now,
        updated_by: who.personId,
        updated_at: now,
        ended_at: null,
      })
      .execute();
    await keepText(tx, of, 1, { ...measure }, who.personId, now);
    if (measure.common) await askAgain(change, opened);
    await change.record({
      kind: 'evaluation.measure-added',
      itemId: evaluation.id,
      body: { measureId: of.id },
      tell: true,
    });
    return see(
      evaluationHref(programme, 'plan#measures'),
      t('The measure is added.'),
      evaluationHref(programme, `measures/${number}/end`),
    );
  },
});

/** Changes a measure. Throws `Stale` when somebody saved meanwhile. */
export const saveMeasure = action('/programmes/:programme/evaluation/measures/:measure', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: measurePage,
  input,
  alsoWrong: (_visit, sent) => wrongMeasure(sent),
  async run(change, { version: shown, ...sent }) {
    const opened = await openEvaluation(change, 'plan');
    const { programme, evaluation } = opened;
    const measure = measureToChange(change, evaluation);
    const next = readMeasure(sent, programme, measure.chosenBy);
    await refuseBrokenLevels(change, opened, measure, next);
    const { tx, now, who } = change;
    const of = { ownerId: programme.ownerId, id: measure.id };
    const saved = await tx
      .updateTable('evaluation_measure')
      .set({ ...measureColumns(next), version: shown + 1, updated_by: who.personId, updated_at: now })
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', of.id)
      .where('version', '=', shown)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n)
      await throwStale(tx, of, { version: measure.version, fields: textsOf(measure) }, now);
    await keepText(tx, of, shown + 1, { ...next }, who.personId, now);
    if (measure.common || next.common) await askAgain(change, opened);
    await change.record({
      kind: 'evaluation.measure-changed',
      itemId: evaluation.id,
      body: { measureId: of.id },
    });
    return see(evaluationHref(programme, 'plan#measures'), t('The measure is saved.'));
  },
});

/** Figures stand under the kind of measure and the number of levels they were taken with. */
async function refuseBrokenLevels(
  change: Change,
  { programme }: OpenedEvaluation,
  measure: Measure,
  next: MeasureText,
): Promise<void> {
  if (measure.kind === next.kind && measure.levels.length === next.levels.length) return;
  const taken = await change.tx
    .selectFrom('evaluation_value')
    .select('id')
    .where('owner_id', '=', programme.ownerId)
    .where('measure_id', '=', measure.id)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (taken)
    throw new Refused({
      kind: t(
        'Figures have been taken with this measure. Words may change; for another kind or other levels add a new measure.',
      ),
    });
}

/** What everybody takes has changed, so everybody is asked again whether they agree. */
async function askAgain(change: Change, { programme, evaluation }: OpenedEvaluation): Promise<void> {
  await change.tx
    .deleteFrom('evaluation_agreed')
    .where('owner_id', '=', programme.ownerId)
    .where('evaluation_id', '=', evaluation.id)
    .execute();
}

const textsOf = (measure: Measure) => {
  const values = measureValues(measure);
  return [
    { name: 'title', label: t('What is measured?'), text: measure.title },
    { name: 'how', label: t('How is it taken?'), text: measure.how },
    { name: 'levels', label: t('Levels, for a rubric'), text: String(values.levels) },
  ];
};
