import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';
import { notify } from '#platform/notices/notices.ts';
import { tryOutHref } from './addresses.ts';
import { noticeKinds } from './notices.ts';

/** Tells the author and whoever took part before that something was said. */
export const tellOfComment = told(
  'try-out.commented',
  z.object({ itemId: z.uuid(), actorId: z.uuid(), personId: z.uuid(), commentId: z.uuid() }),
  async ({ ownerId, body: { itemId, actorId, personId, commentId } }, { db, now }) => {
    const rows = await db
      .selectFrom('try_out_comment')
      .select('author_id')
      .distinct()
      .where('owner_id', '=', ownerId)
      .where('try_out_id', '=', itemId)
      .where('ended_at', 'is', null)
      .execute();
    for (const to of new Set([personId, ...rows.map((row) => row.author_id)]))
      if (to !== actorId)
        await notify(
          db,
          {
            personId: to,
            fromOwner: ownerId,
            kind: noticeKinds.comment,
            subjectKey: commentId,
            itemId,
            href: tryOutHref({ ownerId: personId, id: itemId }),
            dueAt: null,
          },
          now(),
        );
  },
);
