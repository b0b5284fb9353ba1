import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { idFrom } from '#platform/db/ids.ts';
import { seenNotes } from '../notes/seen-notes.ts';
import type { CarriedNote } from './carried-note.ts';

/** Who brings notes in, on which recording. */
interface Bringing {
  ownerId: string;
  personId: string;
  recordingId: string;
}

export interface PlannedNotes {
  /** Each with the id it is to have. */
  fresh: (CarriedNote & { id: string })[];
  /** So many are here already and stay as they are. */
  there: number;
}

/** So often a note that was brought in and taken away again can be brought in once more. */
const mostTimes = 4;

/**
 * Which of the notes of a file are new. One keeps its id where that is free; where it is a note that the reader sees on
 * this recording it is there already; otherwise its id is made of its own, of the person and of the recording, so that
 * the same file sent twice changes nothing, and nobody learns which ids are taken elsewhere.
 */
export async function planNotes(db: Db, of: Bringing, notes: readonly CarriedNote[]): Promise<PlannedNotes> {
  const wanted = notes.map((note) => ({ note, ids: idsFor(note, of) }));
  const reader = { ownerId: of.ownerId, personId: of.personId };
  const { rows } = await sql<{ id: string; here: boolean }>`
    select n.id, (${seenNotes('n', reader)} and n.recording_id = ${of.recordingId}) as here
    from recording_note n
    where n.owner_id = ${of.ownerId} and n.id = any(${wanted.flatMap(({ ids }) => ids)}::uuid[])`.execute(db);
  const known = new Map(rows.map(({ id, here }) => [id, here]));
  const fresh = wanted.flatMap(({ note, ids }) => {
    const id = ids.find((each) => known.get(each) !== false);
    return id === undefined || known.has(id) ? [] : [{ ...note, id }];
  });
  return { fresh, there: notes.length - fresh.length };
}

const idsFor = ({ id, key }: CarriedNote, { personId, recordingId }: Bringing): string[] => [
  ...(id === null ? [] : [id]),
  ...Array.from({ length: mostTimes }, (_, time) => idFrom(`note ${recordingId} ${personId} ${key} ${time}`)),
];
