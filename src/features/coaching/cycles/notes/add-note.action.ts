import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { conversationHref } from '../talk/conversation.ts';
import { openForWriting } from '../talk/open-conversation.ts';
import { noteInput, readNote } from './note-form.ts';
import { notesPage } from './notes.page.ts';

/** Notes one stretch of a conversation, and comes back to note the next. */
export const addNote = action('/coaching/:coaching/conversations/:conversation/notes', {
  purpose: 'learning',
  access: coachingPolicy,
  page: notesPage,
  input: z.object(noteInput),
  async run(change, sent) {
    const { conversation, together } = await openForWriting(change);
    const id = newId(change.now);
    await change.tx
      .insertInto('dialogue_note')
      .values({
        owner_id: conversation.ownerId,
        id,
        conversation_id: conversation.id,
        author_id: change.who.personId,
        ...readNote(sent, together),
        noted_at: change.now,
        version: 1,
      })
      .execute();
    await change.record({
      kind: 'dialogue-note.added',
      itemId: conversation.coachingId,
      body: { conversationId: conversation.id, noteId: id },
    });
    const there = conversationHref(conversation, 'notes');
    return see(there, t('Noted.'), `${there}/${id}/end`);
  },
});
