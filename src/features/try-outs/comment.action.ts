import { z } from 'zod';
import { NotAllowed } from '#platform/errors.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { prose } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { tryOutHref } from './addresses.ts';
import { tryOutPage } from './try-out.page.ts';
import { tryOutPolicy } from './try-out.policy.ts';

/** Asks or answers beside a try-out. The conversation is kept by the school. */
export const addComment = action('/try-outs/:person/:tryOut/comments', {
  purpose: 'learning',
  access: tryOutPolicy,
  page: tryOutPage,
  input: z.object({ words: prose('Write your question first.', 4_000) }),
  async run(change, { words }) {
    const item = await change.open(tryOutPolicy, change.params.tryOut!, change.params.person!);
    change.who.must('comment', tryOutPolicy, item);
    const id = newId(change.now);
    await change.tx
      .insertInto('try_out_comment')
      .values({
        owner_id: change.organisationId,
        id,
        try_out_id: item.id,
        try_out_owner_id: item.ownerId,
        author_id: change.who.personId,
        words,
        created_at: change.now,
        ended_at: null,
      })
      .execute();
    await change.record({
      kind: 'try-out.commented',
      itemId: item.id,
      body: { personId: item.ownerId, commentId: id },
      tell: true,
    });
    return see(tryOutHref(item), t('Sent.'));
  },
});

/** Takes one's own note away. */
export const endComment = action('/try-outs/:person/:tryOut/comments/:comment/end', {
  purpose: 'learning',
  access: tryOutPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** Brings it back. */
export const restoreComment = action('/try-outs/:person/:tryOut/comments/:comment/bring-back', {
  purpose: 'learning',
  access: tryOutPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const item = await change.open(tryOutPolicy, change.params.tryOut!, change.params.person!);
  const commentId = z.uuid().catch(item.id).parse(change.params.comment);
  const { numUpdatedRows } = await change.tx
    .updateTable('try_out_comment')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', change.organisationId)
    .where('id', '=', commentId)
    .where('try_out_id', '=', item.id)
    .where('author_id', '=', change.who.personId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotAllowed('Only the person who wrote a note can take it away.');
  await change.record({
    kind: endedAt ? 'try-out.comment-ended' : 'try-out.comment-restored',
    itemId: item.id,
    body: { commentId },
  });
  return endedAt
    ? see(
        tryOutHref(item),
        t('Your note was taken away.'),
        tryOutHref(item, `comments/${commentId}/bring-back`),
      )
    : see(tryOutHref(item), t('Your note is back.'));
}
