import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';
import { settleNotices } from './observation.notices.ts';

/**
 * Somebody left a partnership or came back, or it was closed or opened again: reminders follow what became of its
 * observations by that. The partnership's circle has the id of its agreement.
 */
const partnershipChanged = told(
  ['agreement.left', 'agreement.returned', 'agreement.closed', 'agreement.reopened'],
  z.object({ itemId: z.uuid() }),
  async ({ ownerId, body }, job) => {
    const visits = await job.db
      .selectFrom('observation')
      .select('id')
      .where('owner_id', '=', ownerId)
      .where('circle_id', '=', body.itemId)
      .execute();
    for (const { id } of visits) await settleNotices(job, ownerId, id);
  },
);

/** Somebody left a group or a pairing, or is in it again: what waits for them as an observer in it follows. */
const observerCameOrWent = told(
  ['coaching.left', 'coaching.returned', 'group.left', 'group.returned', 'person.left', 'person.enrolled'],
  z.object({ itemId: z.uuid(), actorId: z.uuid().nullish(), personId: z.uuid().optional() }),
  async ({ ownerId, body: { itemId, personId, actorId } }, job) => {
    const observerId = personId ?? actorId;
    if (!observerId) return;
    const visits = await job.db
      .selectFrom('observation')
      .select('id')
      .where('owner_id', '=', ownerId)
      .where('circle_id', '=', itemId)
      .where('observer_id', '=', observerId)
      .execute();
    for (const { id } of visits) {
      job.signal.throwIfAborted();
      await settleNotices(job, ownerId, id);
    }
  },
);

export const circleHandlers = [partnershipChanged, observerCameOrWent];
