import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { type ItemRow, itemList } from '#platform/access/select-item.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Recording } from '../recording.ts';
import { recordingList } from '../recording.queries.ts';
import { ownSetsList } from './note.queries.ts';
import { type NoteReader, seenNotes, seenReplies } from './seen-notes.ts';
import type { OwnTagSet } from './tags.ts';

/** All that changes what somebody sees of the notes on a recording, drawn together: alike as long as nothing did. */
const stamp = (reader: NoteReader, recordingId: Expression<string>): RawBuilder<string> => sql<string>`(
  select md5(concat_ws(' ', r.version, r.state, r.duration_ms, r.debrief_at, s.n, s.changed, s.shared, a.n, a.last,
      t.changed))
  from recording r,
    lateral (select count(*) as n, max(n.changed_at) as changed, count(n.shared_at) as shared from recording_note n
      where n.owner_id = ${reader.ownerId} and n.recording_id = r.id and ${seenNotes('n', reader)}) s,
    lateral (select count(*) as n, max(a.created_at) as last from recording_reply a
      where a.owner_id = ${reader.ownerId} and a.recording_id = r.id and ${seenReplies('a', reader)}) a,
    lateral (select max(k.updated_at) as changed from recording_tag_set k where k.owner_id = ${reader.ownerId}) t
  where r.owner_id = ${reader.ownerId} and r.id = ${recordingId})`;

interface Written {
  /** The notes as JSON, a comma between two; null when there is none. */
  notes: string | null;
  /** [id, name] of each who wrote one; a note names the place in this list. */
  people: [string, string][];
}

const ask = composed((who, given: Given<{ id: string; now: Date; known: string }>) => {
  const reader = { ownerId: who.organisationId, personId: who.personId };
  const { id } = given;
  return {
    items: itemList(who, { ownerId: sql.val(reader.ownerId), id, now: given.now }),
    recordings: recordingList(reader.ownerId, reader.personId, id),
    stamps: list<{ stamp: string }>(sql`select ${stamp(reader, id)} as stamp`),
    peaks: list<{ peaks: number[] | null }>(
      sql`select r.peaks from recording r where r.owner_id = ${reader.ownerId} and r.id = ${id}`,
    ),
    ownSets: ownSetsList(reader.ownerId),
    // Written as text by the database: ten thousand notes need be no objects here.
    written: list<Written>(
      sql`with people as materialized (
          select w.person_id, (row_number() over (order by p.sort_name, p.id) - 1)::integer as place, p.name
          from (select distinct n.person_id from recording_note n where n.owner_id = ${reader.ownerId}
            and n.recording_id = ${id} and ${seenNotes('n', reader)}) w join person p on p.id = w.person_id)
        select string_agg('["' || n.id || '",' || n.from_ms || ',' || coalesce(n.to_ms::text, 'null') || ','
              || (n.sort = 'judge')::integer || ',' || w.place || ',' || to_json(n.text)::text || ','
              || array_to_json(n.tags)::text || ',' || (n.shared_at is not null)::integer || ',' || n.version || ','
              || coalesce(c.n, 0) || ']', ',' order by n.from_ms, n.id) as notes,
          coalesce((select json_agg(json_build_array(x.person_id, x.name) order by x.place) from people x), '[]'::json)
            as people
        from recording_note n join people w on w.person_id = n.person_id
        left join (select a.note_id, count(*)::integer as n from recording_reply a
          where a.owner_id = ${reader.ownerId} and a.recording_id = ${id} and ${seenReplies('a', reader)}
          group by a.note_id) c on c.note_id = n.id
        where n.owner_id = ${reader.ownerId} and n.recording_id = ${id} and ${seenNotes('n', reader)}
          and ${given.known}::text is distinct from ${stamp(reader, id)}`,
    ),
  };
});

export interface NotesData {
  item: ItemRow | undefined;
  recording: Recording | undefined;
  stamp: string | null;
  peaks: number[] | null;
  ownSets: OwnTagSet[];
  written: Written | undefined;
}

/**
 * All notes on a recording that the reader sees, in one statement. `known` is the stamp of what they have: where nothing
 * changed since, `written` holds nothing. Ask the kernel about the item.
 */
export async function selectNotesData(visit: Visit, id: string, known: string): Promise<NotesData> {
  const found = await ask(visit.db, visit.who, { id, now: visit.now, known });
  return {
    item: found.items[0],
    recording: found.recordings[0],
    stamp: found.stamps[0]?.stamp ?? null,
    peaks: found.peaks[0]?.peaks ?? null,
    ownSets: found.ownSets,
    written: found.written[0],
  };
}
