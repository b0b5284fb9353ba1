import { sql } from 'kysely';
import { composed, type Given } from '#platform/access/composed.ts';
import { itemList } from '#platform/access/select-item.ts';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { admitToRecording, openForChange, type OpenedRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingList } from '../recording.queries.ts';
import { newsList } from '../sharing/news.notices.ts';
import { oneNoteList, ownSetsList, repliesList } from './note.queries.ts';
import type { Note, Reply } from './note.ts';
import type { OwnTagSet } from './tags.ts';

export interface OpenedNote extends OpenedRecording {
  note: Note;
  replies: Reply[];
  ownSets: OwnTagSet[];
  /** What waits for the reader about the recording until they open it. */
  news: readonly { kind: string }[];
}

const ask = composed((who, given: Given<{ id: string; noteId: string; now: Date }>) => {
  const reader = { ownerId: who.organisationId, personId: who.personId };
  return {
    items: itemList(who, { ownerId: sql.val(reader.ownerId), ...given }),
    recordings: recordingList(reader.ownerId, reader.personId, given.id),
    notes: oneNoteList(reader, given.id, given.noteId),
    replies: repliesList(reader, given.id, given.noteId),
    ownSets: ownSetsList(reader.ownerId),
    news: newsList(who, given.id),
  };
});

const idsIn = ({ params }: Visit): { id: string; noteId: string } => {
  const [id = '', noteId = ''] = [params.recording, params.note];
  if (!isId(id) || !isId(noteId)) throw new NotFound();
  return { id, noteId };
};

const notThere = (): NotFound => new NotFound('There is no note here that you can read.');

/**
 * Opens the note that the address names (`:recording`, `:note`) with its answers, in one statement.
 * Throws `NotFound` for one that the reader does not see: it is not said that there is one.
 */
export async function openNote(visit: Visit): Promise<OpenedNote> {
  const { notes, items, recordings, ...rest } = await ask(visit.db, visit.who, {
    ...idsIn(visit),
    now: visit.now,
  });
  const item = visit.admit(recordingPolicy, items[0]);
  const recording = admitToRecording(visit, item, recordings[0]);
  const [note] = notes;
  if (!note) throw notThere();
  return {
    item,
    recording,
    note,
    ...rest,
    mine: item.authorId === visit.who.personId,
    may: (ability) => visit.who.may(ability, recordingPolicy, item),
  };
}

/** The same for its writer, who alone changes it. Throws `NotAllowed` for anybody else. */
export function mustBeOwn(visit: Visit, { note }: OpenedNote): void {
  if (note.personId !== visit.who.personId)
    throw new NotAllowed(t('A note is changed by whoever wrote it, and by nobody else.'));
}

/**
 * One's own note, for a change; the recording is held. `ended: true` finds one that was taken away.
 * Throws as `openForChange` does, and `NotFound` for a note that is not one's own.
 */
export async function openOwnNote(
  change: Change,
  { ended = false }: { ended?: boolean } = {},
): Promise<OpenedRecording & { note: Note }> {
  const { noteId } = idsIn(change);
  const opened = await openForChange(change, 'note');
  const { rows } = await sql<Note & { endedAt: Date | null }>`
    select n.id, n.recording_id as "recordingId", n.person_id as "personId", p.name as writer, n.from_ms as "fromMs",
      n.to_ms as "toMs", n.sort, n.text, n.tags, n.utterance_id as "utteranceId", n.shared_at as "sharedAt", n.version,
      n.created_at as "createdAt", n.changed_at as "changedAt", n.ended_at as "endedAt"
    from recording_note n join person p on p.id = n.person_id
    where n.owner_id = ${opened.recording.ownerId} and n.recording_id = ${opened.recording.id} and n.id = ${noteId}
      and n.person_id = ${change.who.personId}`.execute(change.tx);
  const [note] = rows;
  if (!note || (note.endedAt !== null && !ended)) throw notThere();
  return { ...opened, note };
}
