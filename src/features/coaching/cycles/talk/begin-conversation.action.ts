import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { day, optionalId } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { openGoingOn } from '../../open-together.ts';
import { conversationHref } from './conversation.ts';
import { selectMeeting } from './conversation.queries.ts';
import { conversationsPage } from './conversations.page.ts';

/** Begins a conversation, from a time together or freely. Of one time together there is one; the second leads to it. */
export const beginConversation = action('/coaching/:coaching/conversations', {
  purpose: 'learning',
  access: coachingPolicy,
  page: conversationsPage,
  input: z.object({ on_date: day(), meeting: optionalId() }),
  unrecorded: 'of a time together that has one it leads to the one that is there',
  alsoWrong: ({ today }, { on_date, meeting }) => (meeting ? {} : notYet(on_date, today)),
  async run(change, { on_date, meeting: meetingId }) {
    const { tx, who, now, today } = change;
    const { together } = await openGoingOn(change);
    const { ownerId, id: coachingId, pairingId } = together;
    const meeting = meetingId ? await selectMeeting(tx, ownerId, pairingId, meetingId) : undefined;
    if (meetingId && !meeting) throw new Refused({ meeting: t('Choose a time together from the list.') });
    if (meeting?.conversationId) return see(conversationHref({ coachingId, id: meeting.conversationId }));
    const wrong = notYet(meeting?.on ?? on_date, today, meeting ? 'meeting' : 'on_date');
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const id = newId(now);
    await tx
      .insertInto('conversation')
      .values({
        owner_id: ownerId,
        id,
        coaching_id: coachingId,
        meeting_id: meeting?.id ?? null,
        on_date: meeting?.on ?? on_date,
        begun_by: who.personId,
        begun_at: now,
      })
      .execute();
    await change.record({
      kind: 'coaching-conversation.begun',
      itemId: coachingId,
      body: { conversationId: id, meetingId },
    });
    return see(
      conversationHref({ coachingId, id }),
      t('The conversation is begun. Any of you can write in it.'),
      conversationHref({ coachingId, id }, 'end'),
    );
  },
});

const notYet = (on: string | undefined, today: string, field = 'on_date'): Record<string, string> =>
  on !== undefined && on > today ? { [field]: t('This day is still to come.') } : {};
