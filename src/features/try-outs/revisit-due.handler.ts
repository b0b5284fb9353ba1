import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';
import { notify } from '#platform/notices/notices.ts';
import { tryOutHref } from './addresses.ts';
import { noticeKinds } from './notices.ts';

/** Brings a technique back to its author's list, unless it was looked at or the reminders were stopped meanwhile. */
export const remindOfRevisit = told(
  'try-out.revisit-due',
  z.object({ itemId: z.uuid(), organisationId: z.uuid(), number: z.int() }),
  async ({ ownerId, dueAt, body: { itemId, organisationId, number } }, { db, now }) => {
    const revisit = await db
      .selectFrom('try_out_revisit as r')
      .innerJoin('item as i', (join) =>
        join.onRef('i.owner_id', '=', 'r.owner_id').onRef('i.id', '=', 'r.try_out_id'),
      )
      .select('r.id')
      .where('r.owner_id', '=', ownerId)
      .where('r.try_out_id', '=', itemId)
      .where('r.number', '=', number)
      .where('r.looked_at', 'is', null)
      .where('r.ended_at', 'is', null)
      .where('i.ended_at', 'is', null)
      .executeTakeFirst();
    if (!revisit) return;
    await notify(
      db,
      {
        personId: ownerId,
        fromOwner: organisationId,
        kind: noticeKinds.revisit,
        subjectKey: `${itemId}:${number}`,
        itemId,
        href: tryOutHref({ ownerId, id: itemId }),
        dueAt,
      },
      now(),
    );
  },
);
