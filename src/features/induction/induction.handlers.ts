import { z } from 'zod';
import { instantAt } from '#platform/calendar/local-time.ts';
import { told } from '#platform/jobs/handler.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { t } from '#platform/i18n/i18n.ts';
import { planHref } from './plan.ts';
import { begunNotice } from './plan.queries.ts';

const reviewNotice = 'induction.review';

/** What each notice says in the list of what waits. */
export const inductionNotices = {
  [begunNotice]: () => t('An induction plan was begun: read it'),
  [reviewNotice]: () => t('A review of an induction plan'),
} satisfies Record<string, () => string>;

/** The teacher and the tutor hear that there is a plan, and so does a tutor who comes later; it waits until they open it. */
const tellOfPlan = told(
  ['induction.begun', 'induction.changed'],
  z.object({
    itemId: z.uuid(),
    personId: z.uuid().optional(),
    tutorId: z.uuid(),
    tutorBefore: z.uuid().optional(),
    actorId: z.uuid(),
  }),
  async ({ ownerId, body: { itemId, personId, tutorId, tutorBefore, actorId } }, { db, now }) => {
    if (tutorBefore && tutorBefore !== tutorId)
      await settle(
        db,
        { personIds: [tutorBefore], fromOwner: ownerId, kind: begunNotice, subjectKey: itemId },
        now(),
      );
    for (const each of [personId, tutorId === tutorBefore ? undefined : tutorId])
      if (each !== undefined && each !== actorId)
        await notify(
          db,
          {
            personId: each,
            fromOwner: ownerId,
            kind: begunNotice,
            subjectKey: itemId,
            itemId,
            href: planHref({ id: itemId }),
            dueAt: null,
          },
          now(),
        );
  },
);

/** Reviews to come wait for the teacher and the tutor, each until it was held or called off. */
const settleReviews = told(
  [
    'induction.changed',
    'induction.closed',
    'induction.opened-again',
    'induction.review-set',
    'induction.review-held',
    'induction.review-called-off',
    'induction.review-put-back',
  ],
  z.object({ itemId: z.uuid(), tutorBefore: z.uuid().optional() }),
  async ({ ownerId, body: { itemId, tutorBefore } }, { db, now }) => {
    const plan = await db
      .selectFrom('induction_plan as n')
      .innerJoin('organisation as g', 'g.id', 'n.owner_id')
      .select(['n.person_id', 'n.tutor_id', 'n.closed_at', 'g.time_zone'])
      .where('n.owner_id', '=', ownerId)
      .where('n.id', '=', itemId)
      .executeTakeFirst();
    if (!plan) return;
    const reviews = plan.closed_at
      ? []
      : await db
          .selectFrom('induction_review')
          .select(['id', 'on_date'])
          .where('owner_id', '=', ownerId)
          .where('plan_id', '=', itemId)
          .where('held_at', 'is', null)
          .where('ended_at', 'is', null)
          .execute();
    const both = [plan.person_id, plan.tutor_id];
    await settleMatter(
      db,
      {
        fromOwner: ownerId,
        itemId,
        personIds: [...new Set([...both, ...(tutorBefore ? [tutorBefore] : [])])],
        kinds: [reviewNotice],
      },
      reviews.flatMap(({ id, on_date }) =>
        both.map((personId) => ({
          personId,
          kind: reviewNotice,
          subjectKey: id,
          href: planHref({ id: itemId }, 'reviews'),
          dueAt: instantAt(on_date, '07:00', plan.time_zone),
        })),
      ),
      now(),
    );
  },
);

export const inductionHandlers = [tellOfPlan, settleReviews];
