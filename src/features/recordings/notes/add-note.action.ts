import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { id, optionalLine, ticked } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { recordingPage } from './recording.page.ts';
import { noteInput, readNote, type ReadNote } from './note-form.ts';
import { noteHref } from './note.ts';
import { insertNotes } from './write-notes.ts';

/**
 * Notes something on a recording. The note is its writer's alone until they share it. Its id was made where it was
 * written, so that one that is sent again because nobody heard the answer is there once. `queued` is sent by the page's
 * script, which waits for the id (JSON, `{"kept": "<id>"}`) and has one value a name: its tags are one list, a space between two.
 */
export const addNote = action('/recordings/:recording/notes', {
  purpose: 'learning',
  access: recordingPolicy,
  page: recordingPage,
  input: z.object({
    ...noteInput,
    id: id('This form was not drawn whole. Open the page again.').transform((text) => text.toLowerCase()),
    queued: ticked(),
    tag_list: optionalLine(2000),
  }),
  async run(change, { id: noteId, queued, tag_list: tagList, ...form }) {
    const sent = { ...form, tags: [...form.tags, ...tagList.split(' ').filter(Boolean)] };
    const { recording } = await openForChange(change, 'note');
    const note = readNote(sent, recording);
    const isNew = await insert(change, recording, noteId, note);
    await change.record({
      kind: isNew ? 'recording-note.added' : 'recording-note.came-again',
      itemId: recording.id,
      body: { noteId },
    });
    if (queued) return { body: JSON.stringify({ kept: noteId }), type: 'application/json' };
    const seconds = Math.floor(note.fromMs / 1000);
    return see(
      `${recordingHref(recording)}?t=${seconds}`,
      t('Noted. Only you read it until you share it.'),
      noteHref({ id: noteId, recordingId: recording.id }, 'withdraw'),
    );
  },
});

/** Whether it was new. Throws `Refused` where the id belongs to another's note, or to one on another recording. */
async function insert(
  { tx, who, now }: Change,
  { ownerId, id: recordingId }: { ownerId: string; id: string },
  noteId: string,
  note: ReadNote,
): Promise<boolean> {
  const made = await insertNotes(
    tx,
    { ownerId, recordingId },
    [{ id: noteId, personId: who.personId, ...note }],
    now,
  );
  if (made.length > 0) return true;
  const there = await tx
    .selectFrom('recording_note')
    .select(['person_id', 'recording_id'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', noteId)
    .executeTakeFirst();
  if (there?.person_id !== who.personId || there.recording_id !== recordingId)
    throw new Refused(t('This note was not taken. Open the page again and send it once more.'));
  return false;
}
