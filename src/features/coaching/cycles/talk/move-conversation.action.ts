import { z } from 'zod';
import { NotAllowed, Refused } from '#platform/errors.ts';
import { day } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { conversationHref } from './conversation.ts';
import { conversationPage } from './conversation.page.ts';
import { openForWriting } from './open-conversation.ts';

/** Whoever began a conversation puts its day right. One of a time together has the day of that time. */
export const moveConversation = action('/coaching/:coaching/conversations/:conversation/day', {
  purpose: 'learning',
  access: coachingPolicy,
  page: conversationPage,
  input: z.object({ on_date: day() }),
  async run(change, { on_date }) {
    const { conversation } = await openForWriting(change);
    if (conversation.begunBy !== change.who.personId)
      throw new NotAllowed('Its day is changed by whoever began the conversation.');
    if (conversation.meetingId)
      throw new Refused(t('It has the day of the time together that it began from.'));
    if (on_date > change.today) throw new Refused({ on_date: t('This day is still to come.') });
    await change.tx
      .updateTable('conversation')
      .set({ on_date })
      .where('owner_id', '=', conversation.ownerId)
      .where('id', '=', conversation.id)
      .execute();
    await change.record({
      kind: 'coaching-conversation.moved',
      itemId: conversation.coachingId,
      body: { conversationId: conversation.id, from: conversation.on, to: on_date },
    });
    return see(conversationHref(conversation), t('The day is changed.'));
  },
});
