import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { Stale } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { editNotePage } from './edit-note.page.ts';
import { noteInput, noteValues, readNote } from './note-form.ts';
import { noteHref, sortInWords } from './note.ts';
import { openOwnNote } from './open-note.ts';

/** Saves one's own note; the text before is kept. Throws `Stale`, as from another tab. */
export const saveNote = action('/recordings/:recording/notes/:note/edit', {
  purpose: 'learning',
  access: recordingPolicy,
  page: editNotePage,
  input: z.object({ ...noteInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { tx, who, now } = change;
    const { recording, note } = await openOwnNote(change);
    const read = readNote(sent, recording);
    const { ownerId } = recording;
    if (note.version !== shown)
      throw new Stale({
        version: note.version,
        writerId: note.personId,
        writtenBy: note.writer,
        writtenAt: note.changedAt,
        fields: [
          { name: 'text', label: t('What you note'), text: note.text },
          { name: 'sort', label: t('This is'), text: sortInWords(note.sort) },
        ],
      });
    await keepText(tx, { ownerId, id: note.id }, shown, noteValues(note), who.personId, note.changedAt);
    await keepText(tx, { ownerId, id: note.id }, shown + 1, noteValues(read), who.personId, now);
    await tx
      .updateTable('recording_note')
      .set({
        from_ms: read.fromMs,
        to_ms: read.toMs,
        sort: read.sort,
        text: read.text,
        tags: read.tags,
        version: shown + 1,
        changed_at: now,
      })
      .where('owner_id', '=', ownerId)
      .where('id', '=', note.id)
      .execute();
    await change.record({
      kind: 'recording-note.changed',
      itemId: recording.id,
      body: { noteId: note.id },
    });
    return see(noteHref(note), t('The note is saved.'));
  },
});
