import { z } from 'zod';
import { Stale } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { conversationHref } from '../talk/conversation.ts';
import { openForWriting } from '../talk/open-conversation.ts';
import { editNotePage, ownNoteIn } from './edit-note.page.ts';
import { dimension, noteChanged } from './note.ts';
import { noteInput, readNote } from './note-form.ts';

/** Saves one's own note. Throws `Stale`, as from another tab. */
export const saveNote = action('/coaching/:coaching/conversations/:conversation/notes/:note/edit', {
  purpose: 'learning',
  access: coachingPolicy,
  page: editNotePage,
  input: z.object({ ...noteInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const opened = await openForWriting(change);
    const { conversation, together } = opened;
    const note = ownNoteIn(change, opened);
    const { numUpdatedRows } = await change.tx
      .updateTable('dialogue_note')
      .set({ ...readNote(sent, together), version: shown + 1 })
      .where('owner_id', '=', conversation.ownerId)
      .where('id', '=', note.id)
      .where('version', '=', shown)
      .executeTakeFirst();
    if (numUpdatedRows === 0n)
      throw new Stale({
        version: note.version,
        writerId: note.authorId,
        writtenBy: note.author,
        writtenAt: note.notedAt,
        fields: [
          { name: 'subject', label: dimension('subject').title, text: note.subject },
          { name: 'words', label: t('What was said, in a line or two'), text: note.words },
        ],
      });
    await change.record({
      kind: noteChanged,
      itemId: conversation.coachingId,
      body: { conversationId: conversation.id, noteId: note.id },
    });
    return see(conversationHref(conversation, 'notes'), t('The note is saved.'));
  },
});
