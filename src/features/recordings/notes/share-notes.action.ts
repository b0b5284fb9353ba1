import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { ticked } from '#platform/http/input.ts';
import { action, type Done, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { setAllShared } from '../share-own.ts';
import { noteHref } from './note.ts';
import { openOwnNote } from './open-note.ts';

const common = { purpose: 'learning', access: recordingPolicy } as const;
const one = { ...common, input: z.object({ queued: ticked() }) } as const;
const all = { ...common, input: z.object({}) } as const;

/** One's own note is laid open to those who see the recording and are ready themselves. */
export const shareNote = action('/recordings/:recording/notes/:note/share', {
  ...one,
  run: (change, sent) => setShared(change, change.now, sent.queued),
});

/** It is one's own alone again. What somebody has read they have read. */
export const keepNoteBack = action('/recordings/:recording/notes/:note/keep-back', {
  ...one,
  run: (change, sent) => setShared(change, null, sent.queued),
});

async function setShared(change: Change, sharedAt: Date | null, queued: boolean): Promise<Done> {
  const { recording, note } = await openOwnNote(change);
  await change.tx
    .updateTable('recording_note')
    .set({ shared_at: sharedAt, changed_at: change.now })
    .where('owner_id', '=', recording.ownerId)
    .where('id', '=', note.id)
    .execute();
  await change.record({
    kind: sharedAt ? 'recording-note.shared' : 'recording-note.kept-back',
    itemId: recording.id,
    body: { noteId: note.id },
  });
  if (queued) return { body: JSON.stringify({ kept: note.id }), type: 'application/json' };
  return sharedAt
    ? see(noteHref(note), t('The note is shared.'), noteHref(note, 'keep-back'))
    : see(
        noteHref(note),
        t('The note is yours alone again. Whoever read it before has read it.'),
        noteHref(note, 'share'),
      );
}

/** Shares all one's own notes on a recording that are not shared. */
export const shareAllNotes = action('/recordings/:recording/notes/share', {
  ...all,
  run: (change) => setAll(change, change.now),
});

export const keepAllNotesBack = action('/recordings/:recording/notes/keep-back', {
  ...all,
  run: (change) => setAll(change, null),
});

async function setAll(change: Change, sharedAt: Date | null): Promise<Done> {
  const { recording } = await openForChange(change, 'note');
  const n = await setAllShared(change, 'recording_note', recording, sharedAt);
  await change.record({
    kind: sharedAt ? 'recording-note.all-shared' : 'recording-note.all-kept-back',
    itemId: recording.id,
    body: { notes: n },
  });
  return see(
    recordingHref(recording),
    sharedAt
      ? tn(n, 'One note is shared.', '{n} notes are shared.')
      : tn(n, 'One note is yours alone again.', '{n} notes are yours alone again.'),
  );
}
