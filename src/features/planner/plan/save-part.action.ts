import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { planPolicy } from '../planner.policy.ts';
import { openPlan, relationshipOf } from './open-plan.ts';
import { type Cell, cells, type Cells, type CellText, planHref } from './plan.ts';
import { cellTitle, type Question, questionsOf, readCells, tickName, wordsName } from './plan-choices.ts';
import { lockPart, planOf } from './plan.queries.ts';
import { writePartPage } from './write-part.page.ts';

type Written = Record<Cell, CellText>;

/**
 * Saves what the year's plan says of one kind of relationship.
 * Throws `Stale` when somebody saved it meanwhile; what they ticked is then said beside each box.
 */
export const savePart = action('/school/mentoring-planner/:year/:relationship', {
  purpose: 'administration',
  access: planPolicy,
  page: writePartPage,
  input: z.looseObject({
    version: version(),
    purposes_words: optionalProse(4000),
    who_words: optionalProse(4000),
    when_words: optionalProse(4000),
  }),
  async run(change, sent) {
    const relationship = relationshipOf(change);
    const { year } = await openPlan(change, 'write');
    const questions = questionsOf(relationship, year);
    const plan = await planOf(change, year.year);
    const written = readCells(questions, sent);
    await writePart(change, plan, { relationship: relationship.id, written, shown: sent.version, questions });
    await change.record({
      kind: 'mentoring-plan.saved',
      itemId: plan.id,
      body: { year: year.year, relationship: relationship.id },
    });
    return see(planHref(year.year), t('Saved.'));
  },
});

async function writePart(
  change: Change,
  plan: { ownerId: string; id: string },
  save: { relationship: string; written: Written; shown: number; questions: readonly Question[] },
): Promise<void> {
  const { tx, now, who } = change;
  const stored = await lockPart(tx, plan, save.relationship);
  const id = stored?.id ?? newId(now);
  const of = { ownerId: plan.ownerId, id };
  const row = {
    cells: JSON.stringify(save.written),
    version: save.shown + 1,
    written_by: who.personId,
    written_at: now,
  };
  if ((stored?.version ?? 0) !== save.shown) return stale(change, of, stored, save);
  if (stored)
    await tx
      .updateTable('mentoring_plan_part')
      .set(row)
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', id)
      .execute();
  else {
    const made = await tx
      .insertInto('mentoring_plan_part')
      .values({ owner_id: of.ownerId, id, plan_id: plan.id, relationship: save.relationship, ...row })
      .onConflict((conflict) => conflict.columns(['owner_id', 'plan_id', 'relationship']).doNothing())
      .returning('id')
      .executeTakeFirst();
    // Somebody else wrote the first words of it in the same moment.
    if (!made) {
      const theirs = await lockPart(tx, plan, save.relationship);
      return stale(change, { ownerId: plan.ownerId, id: theirs!.id }, theirs, save);
    }
  }
  await keepText(tx, of, row.version, save.written, who.personId, now);
}

function stale(
  change: Change,
  of: { ownerId: string; id: string },
  stored: { version: number; cells: unknown } | undefined,
  { written, questions }: { written: Written; questions: readonly Question[] },
): Promise<never> {
  const theirs = stored?.cells as Cells | undefined;
  const current = {
    version: stored?.version ?? 0,
    fields: cells.map((cell) => ({
      name: wordsName(cell),
      label: t('{cell}: in own words', { cell: cellTitle[cell]() }),
      text: theirs?.[cell].words ?? '',
    })),
    ticks: questions.flatMap(({ cell, choices }) =>
      choices.map((choice) => ({
        name: tickName(cell, choice),
        label: theirs?.[cell].ticked.includes(choice.id)
          ? t('{choice} (ticked in what was saved)', { choice: choice.label })
          : choice.label,
        ticked: written[cell].ticked.includes(choice.id),
      })),
    ),
  };
  return throwStale(change.tx, of, current, change.now);
}
