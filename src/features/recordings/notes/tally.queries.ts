import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { type NoteReader, seenNotes } from './seen-notes.ts';

export interface NoteWriter {
  personId: string;
  name: string;
  notes: number;
  /** Not shared yet. */
  kept: number;
  /** Shared, and read by nobody else until the talk is open. */
  judging: number;
}

export interface TagFigure {
  tag: string;
  notes: number;
  /** Covered by its stretches, those that overlap counted once. */
  coveredMs: number;
}

/** What this person sees on a recording, counted. */
export interface NotesTally {
  /** Who wrote it. */
  writers: NoteWriter[];
  /** How often each tag stands in it, and how much time its stretches cover; the most frequent first. */
  figures: TagFigure[];
}

/**
 * One row. The notes are gone through once, and grouped by writer and tags: on an hour with ten thousand of them that
 * leaves a few dozen rows to count writers and tags from.
 */
export const tallyList = (reader: NoteReader, recordingId: Expression<string>): List<NotesTally> =>
  list<NotesTally>(
    sql`with seen as materialized (
        select n.person_id, n.tags, count(*)::integer as notes,
          (count(*) filter (where n.shared_at is null))::integer as kept,
          (count(*) filter (where n.sort = 'judge'))::integer as judging,
          range_agg(int4range(n.from_ms, n.to_ms)) filter (where n.to_ms is not null) as covered
        from recording_note n
        where n.owner_id = ${reader.ownerId} and n.recording_id = ${recordingId} and ${seenNotes('n', reader)}
        group by n.person_id, n.tags),
      writers as (
        select s.person_id as "personId", p.name, sum(s.notes)::integer as notes, sum(s.kept)::integer as kept,
          sum(s.judging)::integer as judging
        from seen s join person p on p.id = s.person_id
        group by s.person_id, p.name, p.sort_name order by p.sort_name, s.person_id),
      tags as (
        select u.tag, sum(s.notes)::integer as notes, range_agg(s.covered) as covered
        from seen s cross join lateral unnest(s.tags) u(tag) group by u.tag),
      figures as (
        select t.tag, t.notes,
          coalesce((select sum(upper(c) - lower(c)) from unnest(t.covered) c), 0)::integer as "coveredMs"
        from tags t order by t.notes desc, t.tag)
      select (select coalesce(json_agg(w), '[]'::json) from writers w) as writers,
        (select coalesce(json_agg(f), '[]'::json) from figures f) as figures`,
  );
