import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { planPolicy } from '../planner.policy.ts';
import { openPlan } from './open-plan.ts';
import { planHref, relationships } from './plan.ts';
import { plannerPage } from './plan.page.ts';
import { lockPart, planOf } from './plan.queries.ts';

/** Takes a year's plan into the next one. What the next year says already stays as it is. */
export const copyPlan = action('/school/mentoring-planner/:year/copy', {
  purpose: 'administration',
  access: planPolicy,
  page: plannerPage,
  input: z.object({}),
  async run(change) {
    const { tx, now, who, organisationId: ownerId } = change;
    const opened = await openPlan(change, 'write');
    if (!opened.begun) throw new Refused(t('There is nothing in this plan to copy yet.'));
    const next = opened.year.year + 1;
    const plan = await planOf(change, next);
    let copied = 0;
    for (const { id: relationship } of relationships()) {
      const part = opened.part(relationship);
      if (!part || (await lockPart(tx, plan, relationship))) continue;
      const id = newId(now);
      const made = await tx
        .insertInto('mentoring_plan_part')
        .values({
          owner_id: ownerId,
          id,
          plan_id: plan.id,
          relationship,
          cells: JSON.stringify(part.cells),
          version: 1,
          written_by: who.personId,
          written_at: now,
        })
        .onConflict((conflict) => conflict.columns(['owner_id', 'plan_id', 'relationship']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!made) continue;
      copied++;
      await keepText(tx, { ownerId, id }, 1, { ...part.cells }, who.personId, now);
    }
    await change.record({
      kind: 'mentoring-plan.copied',
      itemId: plan.id,
      body: { from: opened.year.year, copied },
    });
    return see(
      planHref(next),
      copied > 0
        ? t('Copied. What this year says already was left as it is.')
        : t('This year says something of each relationship already, so nothing was copied.'),
    );
  },
});
