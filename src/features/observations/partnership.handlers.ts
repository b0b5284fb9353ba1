import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';
import { settleNotices } from './observation.notices.ts';

/**
 * Somebody left a partnership or came back, or it was closed or opened again: reminders follow what became of its
 * observations by that. The partnership's circle has the id of its agreement.
 */
export const partnershipChanged = told(
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
