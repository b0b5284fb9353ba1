import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { NoteSort } from './note.ts';

/** A note as it comes from a form, a file or a story. */
export interface NewNote {
  id: string;
  personId: string;
  fromMs: number;
  toMs: number | null;
  sort: NoteSort;
  text: string;
  tags: readonly string[];
  utteranceId?: string | null;
  sharedAt?: Date | null;
  /** Where it came from, if it was brought in. */
  origin?: string | null;
  createdAt?: Date;
}

/**
 * Writes notes in one statement, however many. One whose id is there already is left as it is, so that sending twice
 * changes nothing. Answers the ids of those that are new.
 */
export async function insertNotes(
  tx: Db,
  { ownerId, recordingId }: { ownerId: string; recordingId: string },
  notes: readonly NewNote[],
  now: Date,
): Promise<string[]> {
  if (notes.length === 0) return [];
  const given = JSON.stringify(notes.map((note) => ({ createdAt: now, ...note })));
  const { rows } = await sql<{ id: string }>`
    insert into recording_note (owner_id, id, recording_id, person_id, from_ms, to_ms, sort, text, tags, utterance_id,
      shared_at, origin, version, created_at, changed_at)
    select ${ownerId}, x.id, ${recordingId}, x."personId", x."fromMs", x."toMs", x.sort, x.text,
      array(select jsonb_array_elements_text(x.tags)), x."utteranceId", x."sharedAt", x.origin, 1, x."createdAt", ${now}
    from jsonb_to_recordset(${given}::jsonb) as x(id uuid, "personId" uuid, "fromMs" integer, "toMs" integer,
      sort text, text text, tags jsonb, "utteranceId" uuid, "sharedAt" timestamptz, origin text,
      "createdAt" timestamptz)
    on conflict (owner_id, id) do nothing returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * Takes all that was noted on a recording away for good: notes, answers, what was written under clip forms, and the
 * versions kept of them. For a recording that is erased and whose notes are to go with it; nothing brings them back.
 */
export async function endNotesOf(tx: Db, { ownerId, id }: { ownerId: string; id: string }): Promise<void> {
  await sql`delete from text_version v where v.owner_id = ${ownerId} and v.item_id in (
    select n.id from recording_note n where n.owner_id = ${ownerId} and n.recording_id = ${id}
    union all select f.id from recording_clip_form f where f.owner_id = ${ownerId} and f.recording_id = ${id})`.execute(
    tx,
  );
  for (const table of ['recording_reply', 'recording_note', 'recording_clip_form'] as const)
    await tx.deleteFrom(table).where('owner_id', '=', ownerId).where('recording_id', '=', id).execute();
}
