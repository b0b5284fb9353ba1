import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { conversationHref } from '../talk/conversation.ts';
import { openForWriting } from '../talk/open-conversation.ts';
import { ownNoteIn } from './edit-note.page.ts';

/** Takes one's own note away: it is not counted any more. */
export const endNote = action('/coaching/:coaching/conversations/:conversation/notes/:note/end', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

export const restoreNote = action('/coaching/:coaching/conversations/:conversation/notes/:note/bring-back', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const opened = await openForWriting(change);
  const { conversation } = opened;
  const note = ownNoteIn(change, opened);
  await change.tx
    .updateTable('dialogue_note')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', conversation.ownerId)
    .where('id', '=', note.id)
    .execute();
  await change.record({
    kind: endedAt ? 'dialogue-note.ended' : 'dialogue-note.restored',
    itemId: conversation.coachingId,
    body: { conversationId: conversation.id, noteId: note.id },
  });
  const there = conversationHref(conversation, 'notes');
  return endedAt
    ? see(there, t('The note was taken away.'), `${there}/${note.id}/bring-back`)
    : see(there, t('The note is back.'));
}
