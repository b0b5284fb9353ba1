import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticked } from '#platform/http/input.ts';
import { action, type Done, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { noteHref } from './note.ts';
import { openOwnNote } from './open-note.ts';

const common = {
  purpose: 'learning',
  access: recordingPolicy,
  input: z.object({ queued: ticked() }),
} as const;

/** Its writer takes a note away, with the answers to it, softly. `queued` is sent by the page’s script, at this address. */
export const endNote = action('/recordings/:recording/notes/:note/withdraw', {
  ...common,
  run: (change, sent) => setEnd(change, change.now, sent.queued),
});

export const restoreNote = action('/recordings/:recording/notes/:note/bring-back', {
  ...common,
  run: (change, sent) => setEnd(change, null, sent.queued),
});

async function setEnd(change: Change, endedAt: Date | null, queued: boolean): Promise<Done> {
  const { recording, note } = await openOwnNote(change, { ended: endedAt === null });
  const { numUpdatedRows } = await change.tx
    .updateTable('recording_note')
    .set({ ended_at: endedAt, changed_at: change.now })
    .where('owner_id', '=', recording.ownerId)
    .where('id', '=', note.id)
    .where('ended_at', endedAt ? 'is' : 'is not', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Refused(t('This note is there already.'));
  await change.record({
    kind: endedAt ? 'recording-note.ended' : 'recording-note.restored',
    itemId: recording.id,
    body: { noteId: note.id },
  });
  if (queued) return { body: JSON.stringify({ kept: note.id }), type: 'application/json' };
  return endedAt
    ? see(recordingHref(recording), t('The note was taken away.'), noteHref(note, 'bring-back'))
    : see(noteHref(note), t('The note is back.'));
}
