import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';
import type { FollowUp } from './follow-up.ts';

/** What is begun after a visit, by what is recorded of it. */
const kindOf: Readonly<Record<string, FollowUp['kind']>> = {
  'try-out.logged': 'try-out',
  'practice.begun': 'practice',
  'coaching-goal.begun': 'coaching-cycle',
};

/**
 * Something of the observed teacher's own was begun from the page of a visit (`after`): the visit remembers it. It is
 * theirs, so an observation of somebody else is not touched.
 */
export const rememberFollowUp = told(
  Object.keys(kindOf),
  z.object({
    itemId: z.uuid(),
    organisationId: z.uuid().nullish(),
    after: z.uuid().nullish(),
  }),
  async ({ kind, ownerId, body: { itemId, organisationId, after } }, { db, now }) => {
    if (!after || !organisationId) return;
    const observation = await db
      .selectFrom('observation')
      .select('id')
      .where('owner_id', '=', organisationId)
      .where('id', '=', after)
      .where('observed_id', '=', ownerId)
      .executeTakeFirst();
    if (!observation) return;
    await db
      .insertInto('observation_follow_up')
      .values({
        owner_id: organisationId,
        observation_id: observation.id,
        item_id: itemId,
        item_owner_id: ownerId,
        kind: kindOf[kind]!,
        begun_at: now(),
      })
      .onConflict((conflict) => conflict.columns(['owner_id', 'observation_id', 'item_id']).doNothing())
      .execute();
  },
);
