import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { type Note, noteChanged, type Talk } from './note.ts';

/** A note as JSON brings it: moments are text. */
export type NoteRow = Omit<Note, 'notedAt' | 'endedAt'> & { notedAt: string; endedAt: string | null };

/**
 * Whether note `n` on conversation `c` is read by who reads until then: it was made before, and has not been changed
 * since, for what it said before is not kept. Null: by those who are there.
 */
export const stoodBy = (until: Date | null): RawBuilder<boolean> =>
  until === null
    ? sql<boolean>`true`
    : sql<boolean>`(n.noted_at <= ${until} and not exists (select 1 from event e
        where e.owner_id = n.owner_id and e.item_id = c.coaching_id and e.kind = ${noteChanged} and e.at > ${until}
          and e.body->>'noteId' = n.id::text))`;

/** The notes on the conversation `c` as JSON, in the order in which they were made; those taken away too. */
export const notesJson = (until: Date | null): RawBuilder<NoteRow[]> => sql`
  coalesce((select json_agg(json_build_object('id', n.id, 'authorId', n.author_id, 'author', p.name, 'words', n.words,
      'subject', n.subject, 'initiatorId', n.initiator_id, 'stimulus', n.stimulus, 'tone', n.tone, 'scale', n.scale,
      'timeframe', n.timeframe, 'version', n.version, 'notedAt', n.noted_at, 'endedAt', n.ended_at)
      order by n.noted_at, n.id)
    from dialogue_note n join person p on p.id = n.author_id
    where n.owner_id = c.owner_id and n.conversation_id = c.id and ${stoodBy(until)}), '[]'::json)`;

export const toNote = (row: NoteRow): Note => ({
  ...row,
  notedAt: new Date(row.notedAt),
  endedAt: row.endedAt === null ? null : new Date(row.endedAt),
});

/** How the talk of a pairing was noted, over all of its conversations or over one: counted by the database. */
export async function selectTalk(
  db: Db,
  ownerId: string,
  of: { coachingId: string; conversationId: string | null; until: Date | null },
): Promise<Talk> {
  const one = of.conversationId === null ? sql`` : sql`and c.id = ${of.conversationId}`;
  const { rows } = await sql<Talk>`
    with noted as (
      select n.conversation_id, n.initiator_id::text as initiator, n.stimulus, n.tone, n.scale, n.timeframe
      from dialogue_note n join conversation c on c.owner_id = n.owner_id and c.id = n.conversation_id
      where n.owner_id = ${ownerId} and c.coaching_id = ${of.coachingId} and n.ended_at is null
        and c.ended_at is null and ${stoodBy(of.until)} ${one})
    select coalesce((select json_agg(json_build_object('dimension', x.dimension, 'value', x.value, 'n', x.n)
        order by x.dimension, x.n desc, x.value)
      from (select d.dimension, d.value, count(*)::integer as n from noted
        cross join lateral (values ('initiator', noted.initiator), ('stimulus', noted.stimulus), ('tone', noted.tone),
          ('scale', noted.scale), ('timeframe', noted.timeframe)) d (dimension, value)
        group by d.dimension, d.value) x), '[]'::json) as counts,
      (select count(*)::integer from noted) as stretches,
      (select count(distinct noted.conversation_id)::integer from noted) as conversations`.execute(db);
  return rows[0]!;
}
