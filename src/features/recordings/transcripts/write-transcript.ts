import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Recording } from '../recording.ts';
import type { ReadUtterance } from './read/read-transcript.ts';
import { selectUtterances } from './transcript.queries.ts';
import type { TranscriptOrigin } from './transcript.ts';

type Of = Pick<Recording, 'ownerId' | 'id'>;

interface NewTranscript {
  language: string;
  origin: TranscriptOrigin;
  madeBy: string;
  utterances: readonly Pick<ReadUtterance, 'fromMs' | 'toMs' | 'speaker' | 'text' | 'tags'>[];
}

/** Writes a transcript in two statements, however long it is. The one before ends. Answers the ids of both. */
export async function insertTranscript(
  tx: Db,
  recording: Of,
  { language, origin, madeBy, utterances }: NewTranscript,
  now: Date,
): Promise<{ id: string; before: string | null }> {
  const { ownerId } = recording;
  const before = await endTranscripts(tx, recording, now);
  const id = newId(now);
  await tx
    .insertInto('recording_transcript')
    .values({
      owner_id: ownerId,
      id,
      recording_id: recording.id,
      language,
      origin,
      made_by: madeBy,
      created_at: now,
    })
    .execute();
  const given = JSON.stringify(
    utterances.map(({ fromMs, toMs, speaker, text, tags }) => ({
      id: newId(now),
      fromMs,
      toMs,
      speaker,
      text,
      tags,
    })),
  );
  await sql`insert into recording_utterance (owner_id, id, transcript_id, from_ms, to_ms, speaker, text, tags, version)
    select ${ownerId}, x.id, ${id}, x."fromMs", x."toMs", x.speaker, x.text,
      array(select jsonb_array_elements_text(x.tags)), 1
    from jsonb_to_recordset(${given}::jsonb) as x(id uuid, "fromMs" integer, "toMs" integer, speaker text, text text,
      tags jsonb)`.execute(tx);
  return { id, before };
}

/**
 * Copies the transcript that stands to another recording of the same owner: all of it, or what was mostly said within a
 * stretch. Its times stay those of the whole: whoever cuts the film moves them (making/shift-times.ts). The tags on what
 * was said stay behind.
 */
export async function copyTranscript(
  tx: Db,
  source: Of,
  to: Of,
  stretch: { fromMs: number; toMs: number } | null,
  now: Date,
): Promise<void> {
  const standing = await tx
    .selectFrom('recording_transcript')
    .select(['language', 'origin', 'made_by as madeBy'])
    .where('owner_id', '=', source.ownerId)
    .where('recording_id', '=', source.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!standing) return;
  const said = await selectUtterances(tx, source.ownerId, source.id);
  const utterances = said
    .filter(({ fromMs, toMs }) => {
      const middle = (fromMs + toMs) / 2;
      return stretch === null || (middle >= stretch.fromMs && middle < stretch.toMs);
    })
    .map((utterance) => ({ ...utterance, tags: [] }));
  if (utterances.length === 0) return;
  const origin = standing.origin as TranscriptOrigin;
  await insertTranscript(tx, to, { ...standing, origin, utterances }, now);
}

/** Ends the transcript of a recording, softly. Answers its id; null where there was none. */
export async function endTranscripts(tx: Db, { ownerId, id }: Of, now: Date): Promise<string | null> {
  const ended = await tx
    .updateTable('recording_transcript')
    .set({ ended_at: now })
    .where('owner_id', '=', ownerId)
    .where('recording_id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended?.id ?? null;
}
