import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { togetherHref } from '../../together.ts';
import { conversationHref } from './conversation.ts';
import { openAnyForWriting } from './open-conversation.ts';

/** Takes a conversation away, with its notes; any of its people can bring it back. */
export const endConversation = action('/coaching/:coaching/conversations/:conversation/end', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

export const restoreConversation = action('/coaching/:coaching/conversations/:conversation/bring-back', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const { conversation, together } = await openAnyForWriting(change);
  await change.tx
    .updateTable('conversation')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', conversation.ownerId)
    .where('id', '=', conversation.id)
    .execute();
  await change.record({
    kind: endedAt ? 'coaching-conversation.ended' : 'coaching-conversation.restored',
    itemId: conversation.coachingId,
    body: { conversationId: conversation.id },
  });
  return endedAt
    ? see(
        togetherHref(together, 'conversations'),
        t('The conversation was taken away.'),
        conversationHref(conversation, 'bring-back'),
      )
    : see(conversationHref(conversation), t('The conversation is back.'));
}
