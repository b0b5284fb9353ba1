import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { draftColumn, type DraftFields, type Writer } from '#platform/drafts/drafts.ts';
import { type NoteRow, notesJson, stoodBy, toNote } from '../notes/note.queries.ts';
import { type Conversation, conversationDraft, type Written } from './conversation.ts';

/** What one who is about to write in a part needs beside the conversation. */
export interface PartWriting {
  draft: DraftFields | null;
  /** What the part said before, the latest first. */
  earlier: { text: string; writtenBy: string; writtenAt: Date }[];
}

type Row = Omit<Conversation, 'written' | 'notes'> & {
  notes: NoteRow[];
  written: (Omit<Written, 'writtenAt'> & { writtenAt: string })[];
  draft: DraftFields | null;
  earlier: { text: string; writtenBy: string; writtenAt: string }[] | null;
};

/** A draft of one part, and what the part said before, newest first, as columns of the conversation `c`. */
const writingColumns = (writer: Writer, id: string, part: string): RawBuilder<unknown> => sql`
  ${draftColumn(writer, conversationDraft({ id }, part))} as draft,
  coalesce((select json_agg(json_build_object('text', v.body->>'text', 'writtenBy', p.name, 'writtenAt', v.written_at)
      order by v.version desc)
    from conversation_part w join text_version v on v.owner_id = w.owner_id and v.item_id = w.id
    join person p on p.id = v.written_by
    where w.owner_id = c.owner_id and w.conversation_id = c.id and w.part = ${part}), '[]'::json) as earlier`;

const begunBy = (until: Date | null): RawBuilder<boolean> =>
  until === null ? sql<boolean>`true` : sql<boolean>`c.begun_at <= ${until}`;

/** Each part of the conversation `c` as it stood at a moment, for who left then; null: as it stands. */
const asOf = (until: Date | null): RawBuilder<unknown> => {
  const now = sql`select w.text, w.version, w.written_by, w.written_at`;
  if (until === null) return now;
  return sql`select * from (${now} union all
      select v.body->>'text', v.version, v.written_by, v.written_at from text_version v
      where v.owner_id = w.owner_id and v.item_id = w.id) each_text (text, version, written_by, written_at)
    where each_text.written_at <= ${until} order by each_text.version desc limit 1`;
};

/**
 * One conversation of a coaching with all that is written in it. Ask the kernel about the coaching first.
 * With `writing` comes what its writer needs to write in one part; with `until` it is read as it stood then.
 */
export async function selectConversation(
  db: Db,
  ownerId: string,
  coachingId: string,
  id: string,
  { writing, until }: { writing?: { writer: Writer; part: string } | undefined; until: Date | null },
): Promise<(Conversation & { writing: PartWriting }) | undefined> {
  const { rows } = await sql<Row>`
    select c.owner_id as "ownerId", c.id, c.coaching_id as "coachingId", c.meeting_id as "meetingId", c.on_date as "on",
      c.begun_by as "begunBy", c.ended_at as "endedAt",
      coalesce((select json_agg(json_build_object('id', w.id, 'part', w.part, 'text', s.text, 'version', s.version,
          'writtenById', s.written_by, 'writtenBy', p.name, 'writtenAt', s.written_at))
        from conversation_part w cross join lateral (${asOf(until)}) s join person p on p.id = s.written_by
        where w.owner_id = c.owner_id and w.conversation_id = c.id), '[]'::json) as written,
      ${notesJson(until)} as notes,
      ${writing ? writingColumns(writing.writer, id, writing.part) : sql`null as draft, null as earlier`}
    from conversation c
    where c.owner_id = ${ownerId} and c.coaching_id = ${coachingId} and c.id = ${id}
      and ${begunBy(until)}`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const dated = <T extends { writtenAt: string }>(each: T) => ({
    ...each,
    writtenAt: new Date(each.writtenAt),
  });
  const { draft, earlier, ...rest } = row;
  return {
    ...rest,
    notes: row.notes.map(toNote),
    written: row.written.map(dated),
    writing: { draft, earlier: (earlier ?? []).map(dated) },
  };
}

export interface ListedConversation {
  id: string;
  on: string;
  /** How many of its parts hold something. */
  parts: number;
  notes: number;
  total: number;
}

/** A time together that no conversation was begun from, for choosing. */
export interface MeetingToChoose {
  id: string;
  on: string;
  kind: string;
}

/**
 * The conversations of a coaching, the latest first, and the times together from which one can still be begun; with
 * `until` as they stood then.
 */
export async function selectConversations(
  db: Db,
  ownerId: string,
  coaching: { id: string; pairingId: string },
  page: { limit: number; offset: number; today: string; until: Date | null },
): Promise<{ listed: ListedConversation[]; meetings: MeetingToChoose[] }> {
  const { rows } = await sql<{ listed: ListedConversation[]; meetings: MeetingToChoose[] }>`
    select coalesce((select json_agg(l) from (
        select c.id, c.on_date as "on", count(*) over ()::integer as total,
          (select count(*)::integer from conversation_part w cross join lateral (${asOf(page.until)}) s
            where w.owner_id = c.owner_id and w.conversation_id = c.id and s.text <> '') as parts,
          (select count(*)::integer from dialogue_note n
            where n.owner_id = c.owner_id and n.conversation_id = c.id and n.ended_at is null
              and ${stoodBy(page.until)}) as notes
        from conversation c where c.owner_id = ${ownerId} and c.coaching_id = ${coaching.id} and c.ended_at is null
          and ${begunBy(page.until)}
        order by c.on_date desc, c.id desc limit ${page.limit} offset ${page.offset}) l), '[]'::json) as listed,
      coalesce((select json_agg(json_build_object('id', m.id, 'on', m.on_date, 'kind', m.kind) order by m.on_date desc)
        from coaching_meeting m where m.owner_id = ${ownerId} and m.pairing_id = ${coaching.pairingId}
          and m.called_off_at is null and m.on_date between ${page.today}::date - 28 and ${page.today}::date
          and not exists (select 1 from conversation c where c.owner_id = m.owner_id and c.meeting_id = m.id)),
        '[]'::json) as meetings`.execute(db);
  return rows[0]!;
}

/** A time together of a pairing, by its id, with the conversation that was begun from it. */
export async function selectMeeting(
  db: Db,
  ownerId: string,
  pairingId: string,
  id: string,
): Promise<{ id: string; on: string; conversationId: string | null } | undefined> {
  const { rows } = await sql<{ id: string; on: string; conversationId: string | null }>`
    select m.id, m.on_date as "on", (select c.id from conversation c
      where c.owner_id = m.owner_id and c.meeting_id = m.id) as "conversationId"
    from coaching_meeting m
    where m.owner_id = ${ownerId} and m.pairing_id = ${pairingId} and m.id = ${id} and m.called_off_at is null`.execute(
    db,
  );
  return rows[0];
}
