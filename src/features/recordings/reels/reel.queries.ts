import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { type NoteReader, seenClipForms, seenNotes } from '../notes/seen-notes.ts';
import type { Clip, Offered } from './clip.ts';

/** A clip is seen as what was written about one is: its chooser sees it, others when it is shared and they are ready. */
const seenClips = seenClipForms;

/** The clips that this person sees, each person's in their order, one's own first. */
export const clipsList = (reader: NoteReader, recordingId: Expression<string>): List<Clip> =>
  list<Clip>(
    sql`select c.id, c.recording_id as "recordingId", c.person_id as "personId", p.name as chooser,
        c.from_ms as "fromMs", c.to_ms as "toMs", c.title, c.shared_at as "sharedAt"
      from recording_clip c join person p on p.id = c.person_id
      where c.owner_id = ${reader.ownerId} and c.recording_id = ${recordingId} and ${seenClips('c', reader)}
      order by c.person_id <> ${reader.personId}, p.sort_name, c.person_id, c.position, c.id limit 1000`,
    { sharedAt: 'moment' },
  );

/** Notes on a stretch that this person sees and has no clip of yet. */
export const offeredList = (reader: NoteReader, recordingId: Expression<string>): List<Offered> =>
  list<Offered>(
    sql`select n.id, n.from_ms as "fromMs", n.to_ms as "toMs", n.text from recording_note n
      where n.owner_id = ${reader.ownerId} and n.recording_id = ${recordingId} and n.to_ms is not null
        and ${seenNotes('n', reader)} and not exists (select 1 from recording_clip c
          where c.owner_id = ${reader.ownerId} and c.recording_id = n.recording_id
            and c.person_id = ${reader.personId} and c.from_ms = n.from_ms and c.to_ms = n.to_ms
            and c.ended_at is null)
      order by n.from_ms, n.id limit 200`,
  );
