import { z } from 'zod';
import { grantsOf, principals, shareItem } from '#platform/access/items.ts';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { editPlanPage } from './edit-plan.page.ts';
import { openPlan, openStanding } from './open-plan.ts';
import { type Plan, planHref } from './plan.ts';
import { planInput, wrongPlan } from './plan-form.ts';
import { planPolicy } from './plan.policy.ts';
import { selectPlan, selectStaff } from './plan.queries.ts';

/**
 * Saves days, post and tutor. A new tutor may write; the one before may no more. Throws `Stale` when a colleague saved
 * them meanwhile.
 */
export const changePlan = action('/induction/:plan/edit', {
  purpose: 'induction',
  access: planPolicy,
  page: editPlanPage,
  input: z.object({ ...planInput, version: version() }),
  async run(change, { version: shown, tutor, ...about }) {
    const { tx, now, today } = change;
    const { item, plan } = await openStanding(change, 'lead');
    const staff = await selectStaff(tx, plan.ownerId, today);
    // A tutor who stays may have left the list of staff.
    const kept = tutor === plan.tutorId ? [...staff, { personId: tutor, name: plan.tutor }] : staff;
    const wrong = wrongPlan({ tutor, ...about }, plan.personId, kept);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const saved = await tx
      .updateTable('induction_plan')
      .set({ tutor_id: tutor, ...about, version: shown + 1 })
      .where('owner_id', '=', plan.ownerId)
      .where('id', '=', plan.id)
      .where('version', '=', shown)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n)
      return stale(change, (await selectPlan(tx, plan.ownerId, plan.id, change.who))!);
    await keepText(tx, plan, shown + 1, { tutor, ...about }, change.who.personId, now);
    const before = principals.person(plan.tutorId);
    const tutorNow = principals.person(tutor);
    const others = grantsOf(item).filter(({ principal }) => principal !== before && principal !== tutorNow);
    await shareItem(tx, item, [...others, { principal: tutorNow, ability: 'edit' }], now);
    await change.record({
      kind: 'induction.changed',
      itemId: plan.id,
      body: { tutorBefore: plan.tutorId, tutorId: tutor },
      tell: true,
    });
    return see(planHref(plan), t('Saved.'));
  },
});

const stale = (change: Change, plan: Plan): Promise<never> =>
  throwStale(
    change.tx,
    plan,
    {
      version: plan.version,
      fields: [
        { name: 'new_in', label: t('What they are new in'), text: plan.newIn },
        { name: 'tutor', label: t('Induction tutor'), text: plan.tutor },
        { name: 'starts_on', label: t('First day'), text: plan.startsOn },
        { name: 'ends_on', label: t('Last day'), text: plan.endsOn },
      ],
    },
    change.now,
  );

/** Closes a plan: it is read as before, and nobody writes in it. */
export const endPlan = action('/induction/:plan/end', {
  purpose: 'induction',
  access: planPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

export const bringPlanBack = action('/induction/:plan/bring-back', {
  purpose: 'induction',
  access: planPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, closedAt: Date | null): Promise<See> {
  const { plan } = await openPlan(change, 'lead');
  await change.tx
    .updateTable('induction_plan')
    .set({ closed_at: closedAt })
    .where('owner_id', '=', plan.ownerId)
    .where('id', '=', plan.id)
    .execute();
  // Calendars see by the moment of the change that a review to come is off, or on again.
  await change.tx
    .updateTable('induction_review')
    .set({ changed_at: change.now })
    .where('owner_id', '=', plan.ownerId)
    .where('plan_id', '=', plan.id)
    .where('held_at', 'is', null)
    .execute();
  await change.record({
    kind: closedAt ? 'induction.closed' : 'induction.opened-again',
    itemId: plan.id,
    tell: true,
  });
  return closedAt
    ? see(planHref(plan), t('The plan is closed.'), planHref(plan, 'bring-back'))
    : see(planHref(plan), t('The plan is open again.'));
}
