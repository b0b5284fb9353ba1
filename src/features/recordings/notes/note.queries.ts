import { type Expression, type RawBuilder, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import type { Note, Reply } from './note.ts';
import { type NoteReader, seenNotes, seenReplies } from './seen-notes.ts';
import type { OwnTagSet } from './tags.ts';

/** The columns of note `n` written by person `p`. */
const noteColumns: RawBuilder<unknown> = sql`n.id, n.recording_id as "recordingId", n.person_id as "personId",
  p.name as writer, n.from_ms as "fromMs", n.to_ms as "toMs", n.sort, n.text, n.tags,
  n.utterance_id as "utteranceId", n.shared_at as "sharedAt", n.version, n.created_at as "createdAt",
  n.changed_at as "changedAt"`;
const noteMoments = { sharedAt: 'moment', createdAt: 'moment', changedAt: 'moment' } as const;

/** How many answers to note `n` this person sees. */
const repliesTo = (reader: NoteReader): RawBuilder<number> => sql<number>`(select count(*)::integer
  from recording_reply a where a.owner_id = ${reader.ownerId} and a.recording_id = n.recording_id
    and a.note_id = n.id and ${seenReplies('a', reader)})`;

/** What narrows a list of notes: each is a place in the statement, or missing. */
export interface Narrowed {
  words?: Expression<string> | undefined;
  person?: Expression<string> | undefined;
  tag?: Expression<string> | undefined;
  sort?: Expression<string> | undefined;
  fromMs?: Expression<number> | undefined;
  untilMs?: Expression<number> | undefined;
}

/** Those of the notes `n` that are asked for. `words` is a pattern of `ilike`. */
function narrowedTo(by: Narrowed): RawBuilder<unknown> {
  return sql.join(
    [
      sql`true`,
      ...(by.words ? [sql`n.text ilike ${by.words}`] : []),
      ...(by.person ? [sql`n.person_id = ${by.person}::uuid`] : []),
      ...(by.tag ? [sql`${by.tag}::text = any(n.tags)`] : []),
      ...(by.sort ? [sql`n.sort = ${by.sort}`] : []),
      ...(by.fromMs ? [sql`coalesce(n.to_ms, n.from_ms) >= ${by.fromMs}::integer`] : []),
      ...(by.untilMs ? [sql`n.from_ms <= ${by.untilMs}::integer`] : []),
    ],
    sql` and `,
  );
}

/** As much of a note as a list shows. */
export type ListedNote = Pick<
  Note,
  'id' | 'personId' | 'writer' | 'fromMs' | 'toMs' | 'sort' | 'text' | 'tags' | 'sharedAt'
> & { replies: number };

/** One page of what this person sees, by time. */
export const notesList = (
  reader: NoteReader,
  recordingId: Expression<string>,
  by: Narrowed,
  { limit, offset }: { limit: number; offset: Expression<number> },
): List<ListedNote> =>
  list<ListedNote>(
    sql`select n.id, n.person_id as "personId", p.name as writer, n.from_ms as "fromMs", n.to_ms as "toMs", n.sort,
        n.text, n.tags, n.shared_at as "sharedAt", ${repliesTo(reader)} as replies
      from recording_note n join person p on p.id = n.person_id
      where n.owner_id = ${reader.ownerId} and n.recording_id = ${recordingId} and ${seenNotes('n', reader)}
        and ${narrowedTo(by)}
      order by n.from_ms, n.id limit ${limit} offset ${offset}::integer`,
    { sharedAt: 'moment' },
  );

/** How many there are of them. Not asked where nothing narrows: then those who wrote them tell (`tallyList`). */
export const totalList = (
  reader: NoteReader,
  recordingId: Expression<string>,
  by: Narrowed,
): List<{ total: number }> =>
  list<{ total: number }>(
    Object.values(by).every((value) => value === undefined)
      ? sql`select 0 as total where false`
      : sql`select count(*)::integer as total from recording_note n where n.owner_id = ${reader.ownerId}
          and n.recording_id = ${recordingId} and ${seenNotes('n', reader)} and ${narrowedTo(by)}`,
  );

/** The school's own sets of tags. Those taken away too: notes may still carry their tags. */
export const ownSetsList = (ownerId: string): List<OwnTagSet> =>
  list<OwnTagSet>(
    sql`select s.id, s.title, s.plain, s.tags, p.name as maker, s.version, s.ended_at as "endedAt"
      from recording_tag_set s join person p on p.id = s.made_by
      where s.owner_id = ${ownerId} order by s.title, s.id limit 200`,
    { endedAt: 'moment' },
  );

/** One note that this person sees, as the address names it; its row or none. */
export const oneNoteList = (
  reader: NoteReader,
  recordingId: Expression<string>,
  noteId: Expression<string>,
): List<Note> =>
  list<Note>(
    sql`select ${noteColumns} from recording_note n join person p on p.id = n.person_id
      where n.owner_id = ${reader.ownerId} and n.recording_id = ${recordingId} and n.id = ${noteId}
        and ${seenNotes('n', reader)}`,
    noteMoments,
  );

/** The answers to a note, the oldest first. Ask for the note itself besides. */
export const repliesList = (
  reader: NoteReader,
  recordingId: Expression<string>,
  noteId: Expression<string>,
): List<Reply> =>
  list<Reply>(
    sql`select a.id, a.note_id as "noteId", a.person_id as "personId", p.name as writer, a.text,
        a.created_at as "createdAt"
      from recording_reply a join person p on p.id = a.person_id
      where a.owner_id = ${reader.ownerId} and a.recording_id = ${recordingId} and a.note_id = ${noteId}
        and ${seenReplies('a', reader)}
      order by a.created_at, a.id limit 500`,
    { createdAt: 'moment' },
  );

/** A note with what was answered to it, the oldest answer first. */
export type Thread = Note & { replies: Reply[] };

/**
 * All notes on a recording that this person sees, by time, with the answers they read, for a file. Ask the kernel about the
 * recording first.
 */
export async function threadsOfRecording(
  db: Db,
  reader: NoteReader & { recordingId: string },
): Promise<Thread[]> {
  const { rows } = await sql<Note & { replies: (Omit<Reply, 'createdAt'> & { createdAt: string })[] }>`
    select ${noteColumns}, coalesce(answered.replies, '[]'::json) as replies
    from recording_note n join person p on p.id = n.person_id
    left join (
      select a.note_id, json_agg(json_build_object('id', a.id, 'noteId', a.note_id, 'personId', a.person_id,
          'writer', w.name, 'text', a.text, 'createdAt', a.created_at) order by a.created_at, a.id) as replies
      from recording_reply a join person w on w.id = a.person_id
      where a.owner_id = ${reader.ownerId} and a.recording_id = ${reader.recordingId} and ${seenReplies('a', reader)}
      group by a.note_id) answered on answered.note_id = n.id
    where n.owner_id = ${reader.ownerId} and n.recording_id = ${reader.recordingId} and ${seenNotes('n', reader)}
    order by n.from_ms, n.id`.execute(db);
  return rows.map(({ replies, ...note }) => ({
    ...note,
    replies: replies.map((reply) => ({ ...reply, createdAt: new Date(reply.createdAt) })),
  }));
}
