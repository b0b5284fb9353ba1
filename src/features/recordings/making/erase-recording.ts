import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { endNotesOf } from '../notes/write-notes.ts';
import type { Recording } from '../recording.ts';
import { forgetMedia } from './media.ts';

/** Why a recording was erased: its author did, its day was over, or two people with the right to. */
export type ErasedWhy = 'author' | 'its day';

/**
 * Erases a recording for good: its key, its media (the sealed files are the caller's to remove once this is written), who
 * was seen in it, what was said in it; and, where its author chose so, all that was noted about it. The row itself stays
 * and says that there was one. Answers the ids of the sealed files.
 */
export async function eraseRecording(
  tx: Db,
  { ownerId, id, notesAfter }: Pick<Recording, 'ownerId' | 'id' | 'notesAfter'>,
  why: ErasedWhy,
  now: Date,
): Promise<string[]> {
  const media = await forgetMedia(tx, ownerId, id, now);
  const { rows: uploads } = await sql<{ id: string }>`update recording_upload set ended_at = ${now}
    where owner_id = ${ownerId} and recording_id = ${id} and ended_at is null returning id`.execute(tx);
  const of = sql`owner_id = ${ownerId} and recording_id = ${id}`;
  await sql`delete from text_version v where v.owner_id = ${ownerId} and v.item_id in (
    select u.id from recording_utterance u join recording_transcript t on t.owner_id = u.owner_id
      and t.id = u.transcript_id
    where u.owner_id = ${ownerId} and t.recording_id = ${id}
    union all select t.id from recording_transcript t where t.owner_id = ${ownerId} and t.recording_id = ${id})`.execute(
    tx,
  );
  await sql`delete from recording_utterance u using recording_transcript t where u.owner_id = ${ownerId}
    and t.owner_id = ${ownerId} and t.id = u.transcript_id and t.recording_id = ${id}`.execute(tx);
  for (const table of ['recording_transcript', 'recording_pupil', 'recording_clip'])
    await sql`delete from ${sql.table(table)} where ${of}`.execute(tx);
  if (notesAfter === 'go') await endNotesOf(tx, { ownerId, id });
  await tx
    .updateTable('recording')
    .set({
      state: 'erased',
      wrapped_key: null,
      others: '',
      peaks: null,
      wanted: null,
      erased_at: now,
      erased_why: why,
      changed_at: now,
      ...(notesAfter === 'go' ? { lesson: '' } : {}),
    })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
  await sql`update exemplar set ended_at = ${now} where owner_id = ${ownerId} and id = ${id} and ended_at is null`.execute(
    tx,
  );
  return [...media, ...uploads.map((row) => row.id)];
}
