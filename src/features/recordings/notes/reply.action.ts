import { z } from 'zod';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { prose } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { longestReply, noteHref } from './note.ts';
import { notePage } from './note.page.ts';
import { openNote } from './open-note.ts';

/** Answers a note that one sees. Whoever sees the note reads the answer, once they are ready themselves. */
export const reply = action('/recordings/:recording/notes/:note/replies', {
  purpose: 'learning',
  access: recordingPolicy,
  page: notePage,
  input: z.object({ text: prose('Write your answer.', longestReply) }),
  async run(change, { text }) {
    const { recording } = await openForChange(change, 'note');
    const { note } = await openNote(change);
    const id = newId(change.now);
    await change.tx
      .insertInto('recording_reply')
      .values({
        owner_id: recording.ownerId,
        id,
        recording_id: recording.id,
        note_id: note.id,
        person_id: change.who.personId,
        text,
        version: 1,
        created_at: change.now,
      })
      .execute();
    await change.record({
      kind: 'recording-note.answered',
      itemId: recording.id,
      body: { noteId: note.id, replyId: id },
      tell: true,
    });
    return see(noteHref(note), t('Your answer is there.'), noteHref(note, `replies/${id}/end`));
  },
});

const one = { purpose: 'learning', access: recordingPolicy, input: z.object({}) } as const;

/** Takes one's own answer away, softly. */
export const endReply = action('/recordings/:recording/notes/:note/replies/:reply/end', {
  ...one,
  run: (change) => setEnd(change, change.now),
});

export const restoreReply = action('/recordings/:recording/notes/:note/replies/:reply/bring-back', {
  ...one,
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const { recording } = await openForChange(change, 'note');
  const { note } = await openNote(change);
  const replyId = change.params.reply ?? '';
  if (!isId(replyId)) throw new NotFound();
  const { numUpdatedRows } = await change.tx
    .updateTable('recording_reply')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', recording.ownerId)
    .where('id', '=', replyId)
    .where('note_id', '=', note.id)
    .where('person_id', '=', change.who.personId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound('There is no answer of yours at this address.');
  await change.record({
    kind: endedAt ? 'recording-note.answer-ended' : 'recording-note.answer-restored',
    itemId: recording.id,
    body: { noteId: note.id, replyId },
  });
  return endedAt
    ? see(noteHref(note), t('Your answer was taken away.'), noteHref(note, `replies/${replyId}/bring-back`))
    : see(noteHref(note), t('Your answer is back.'));
}
