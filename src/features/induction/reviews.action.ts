import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day, optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openStanding } from './open-plan.ts';
import { type Plan, planHref, type Review } from './plan.ts';
import { planPolicy } from './plan.policy.ts';
import { reviewsPage } from './reviews.page.ts';

/** Sets a day on which teacher and tutor look at the plan. */
export const setReview = action('/induction/:plan/reviews', {
  purpose: 'induction',
  access: planPolicy,
  page: reviewsPage,
  input: z.object({ on_date: day('Choose the day.') }),
  async run(change, { on_date }) {
    const { plan } = await openStanding(change, 'write');
    if (on_date < change.today)
      throw new Refused({ on_date: t('This day has passed. Choose today or a later day.') });
    const id = newId(change.now);
    await change.tx
      .insertInto('induction_review')
      .values({
        owner_id: plan.ownerId,
        id,
        plan_id: plan.id,
        on_date,
        added_by: change.who.personId,
        changed_at: change.now,
        next_words: '',
      })
      .execute();
    await change.record({
      kind: 'induction.review-set',
      itemId: plan.id,
      body: { reviewId: id },
      tell: true,
    });
    return see(planHref(plan, 'reviews'), t('The review is set.'), planHref(plan, `reviews/${id}/call-off`));
  },
});

/** It was held, with what the two do next. */
export const reviewHeld = action('/induction/:plan/reviews/:review/held', {
  purpose: 'induction',
  access: planPolicy,
  page: reviewsPage,
  input: z.object({ next_words: optionalProse(4_000) }),
  async run(change, { next_words }) {
    const { plan, review } = await openReview(change);
    if (review.on > change.today) throw new Refused(t('Its day is still to come.'));
    if (review.heldAt || review.endedAt)
      throw new Refused(t('This has changed meanwhile, so nothing was done. Look at it again.'));
    await updateReview(change, review, { held_at: change.now, next_words });
    await change.record({
      kind: 'induction.review-held',
      itemId: plan.id,
      body: { reviewId: review.id },
      tell: true,
    });
    return see(planHref(plan, 'reviews'), t('Noted: the review was held.'));
  },
});

export const callReviewOff = action('/induction/:plan/reviews/:review/call-off', {
  purpose: 'induction',
  access: planPolicy,
  input: z.object({}),
  async run(change) {
    const { plan, review } = await setEnd(change, change.now);
    return see(
      planHref(plan, 'reviews'),
      t('The review is called off.'),
      planHref(plan, `reviews/${review.id}/put-back`),
    );
  },
});

export const putReviewBack = action('/induction/:plan/reviews/:review/put-back', {
  purpose: 'induction',
  access: planPolicy,
  input: z.object({}),
  async run(change) {
    const { plan } = await setEnd(change, null);
    return see(planHref(plan, 'reviews'), t('The review is back.'));
  },
});

async function setEnd(change: Change, endedAt: Date | null): Promise<{ plan: Plan; review: Review }> {
  const opened = await openReview(change);
  if (opened.review.heldAt) throw new Refused(t('This review was held.'));
  await updateReview(change, opened.review, { ended_at: endedAt });
  await change.record({
    kind: endedAt ? 'induction.review-called-off' : 'induction.review-put-back',
    itemId: opened.plan.id,
    body: { reviewId: opened.review.id },
    tell: true,
  });
  return opened;
}

async function openReview(change: Change): Promise<{ plan: Plan; review: Review }> {
  const { plan } = await openStanding(change, 'write');
  const review = plan.reviews.find(({ id }) => id === change.params.review);
  if (!review) throw new NotFound();
  return { plan, review };
}

const updateReview = (
  { tx, now, organisationId }: Change,
  { id }: Review,
  changed: { held_at?: Date; next_words?: string; ended_at?: Date | null },
): Promise<unknown> =>
  tx
    .updateTable('induction_review')
    .set({ ...changed, changed_at: now })
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
