import { type RawBuilder, sql } from 'kysely';
import { t } from '#platform/i18n/i18n.ts';

/** Who asks, in which organisation. */
export interface NoteReader {
  ownerId: string;
  personId: string;
}

/** The recordings whose shared notes this person may read: those they are ready for, and exemplars. */
const openTo = ({ ownerId, personId }: NoteReader): RawBuilder<unknown> => sql`
  select w.recording_id from recording_watcher w
    where w.owner_id = ${ownerId} and w.person_id = ${personId} and w.ready_at is not null
  union all select x.id from exemplar x where x.owner_id = ${ownerId} and x.ended_at is null`;

/**
 * The one rule of who sees a note, of table `recording_note` under `alias`; every page, file, archive and count asks it.
 * Its writer sees it. Others do when it is shared, they are ready themselves (for an exemplar nobody is asked), and it
 * says what happened, or the talk has been opened. The author of the recording is no exception. What was taken away
 * nobody sees. That the recording itself may be read the kernel is asked besides.
 */
export const seenNotes = (alias: string, reader: NoteReader): RawBuilder<boolean> => {
  const n = sql.ref(alias);
  return sql<boolean>`(${n}.owner_id = ${reader.ownerId} and ${n}.ended_at is null and (${n}.person_id = ${reader.personId}
    or (${n}.shared_at is not null and ${n}.recording_id in (${openTo(reader)})
      and (${n}.sort = 'describe' or ${n}.recording_id in (select d.id from recording d
        where d.owner_id = ${reader.ownerId} and d.debrief_at is not null)))))`;
};

/**
 * The same for an answer, of table `recording_reply` under `alias`, to a note that `seenNotes` lets through: one's own,
 * and others' when one is ready oneself.
 */
export const seenReplies = (alias: string, reader: NoteReader): RawBuilder<boolean> => {
  const a = sql.ref(alias);
  return sql<boolean>`(${a}.owner_id = ${reader.ownerId} and ${a}.ended_at is null and (${a}.person_id = ${reader.personId}
    or ${a}.recording_id in (${openTo(reader)})))`;
};

/** The same for what somebody wrote under the headings of a clip form, of table `recording_clip_form` under `alias`. */
export const seenClipForms = (alias: string, reader: NoteReader): RawBuilder<boolean> => {
  const f = sql.ref(alias);
  return sql<boolean>`(${f}.owner_id = ${reader.ownerId} and ${f}.ended_at is null and (${f}.person_id = ${reader.personId}
    or (${f}.shared_at is not null and ${f}.recording_id in (${openTo(reader)}))))`;
};

/** The rule as people are told it. */
export const seenNotesInWords = (): string =>
  t(
    'A note is its writer’s alone until they share it. You read others’ notes once you have said that your own are ready. What somebody makes of the lesson waits until the teacher opens the talk.',
  );
