import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day, optionalLine, prose } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openStanding, principleOf } from './open-plan.ts';
import { planHref } from './plan.ts';
import { planPolicy } from './plan.policy.ts';
import { principlePage } from './principle.page.ts';

/** Adds something that shows a principle in this induction, in words and with a link where there is one. */
export const addEvidence = action('/induction/:plan/principles/:principle/evidence', {
  purpose: 'induction',
  access: planPolicy,
  page: principlePage,
  input: z.object({
    words: prose('Say what shows it.', 4_000),
    link: optionalLine(500).refine(
      (link) => link === '' || /^https?:\/\/\S+$/.test(link),
      'Write the whole address, beginning with https://.',
    ),
    on_date: day('Choose the day.'),
  }),
  async run(change, { words, link, on_date }) {
    const principle = principleOf(change);
    const { plan } = await openStanding(change, 'write');
    if (on_date > change.today) throw new Refused({ on_date: t('This day is still to come.') });
    const id = newId(change.now);
    await change.tx
      .insertInto('induction_evidence')
      .values({
        owner_id: plan.ownerId,
        id,
        plan_id: plan.id,
        principle: principle.id,
        words,
        link,
        on_date,
        added_by: change.who.personId,
        added_at: change.now,
      })
      .execute();
    await change.record({
      kind: 'induction.evidence-added',
      itemId: plan.id,
      body: { principle: principle.id, evidenceId: id },
    });
    return see(
      planHref(plan, `principles/${principle.id}`),
      t('The evidence is added.'),
      planHref(plan, `evidence/${id}/end`),
    );
  },
});

export const endEvidence = action('/induction/:plan/evidence/:evidence/end', {
  purpose: 'induction',
  access: planPolicy,
  input: z.object({}),
  async run(change) {
    const { at, plan, id } = await setEnd(change, change.now);
    return see(at, t('It is taken out.'), planHref(plan, `evidence/${id}/bring-back`));
  },
});

export const bringEvidenceBack = action('/induction/:plan/evidence/:evidence/bring-back', {
  purpose: 'induction',
  access: planPolicy,
  input: z.object({}),
  async run(change) {
    const { at } = await setEnd(change, null);
    return see(at, t('It is back.'));
  },
});

async function setEnd(
  change: Change,
  endedAt: Date | null,
): Promise<{ at: string; plan: { id: string }; id: string }> {
  const { plan } = await openStanding(change, 'write');
  const found = plan.evidence.find(({ id }) => id === change.params.evidence);
  if (!found) throw new NotFound();
  await change.tx
    .updateTable('induction_evidence')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', plan.ownerId)
    .where('id', '=', found.id)
    .execute();
  await change.record({
    kind: endedAt ? 'induction.evidence-ended' : 'induction.evidence-restored',
    itemId: plan.id,
    body: { evidenceId: found.id },
  });
  return { at: planHref(plan, `principles/${found.principle}`), plan, id: found.id };
}
