import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** All that carries a time of the recording, with its own end. */
const timed = ['recording_note', 'recording_clip', 'recording_clip_form'] as const;

/**
 * The recording begins later and is so long from now on: what stands at its moments moves along, what reaches over its
 * ends is cut there, and what stood wholly outside ends.
 */
export async function shiftTimes(
  tx: Db,
  { ownerId, id }: { ownerId: string; id: string },
  { fromMs, durationMs }: { fromMs: number; durationMs: number },
  now: Date,
): Promise<void> {
  for (const table of timed)
    await sql`update ${sql.table(table)} set
        from_ms = least(greatest(from_ms - ${fromMs}::integer, 0), ${durationMs}::integer),
        to_ms = case when to_ms is null then null
          else greatest(least(to_ms - ${fromMs}::integer, ${durationMs}::integer), least(greatest(from_ms - ${fromMs}::integer, 0), ${durationMs}::integer) + 1) end,
        ended_at = coalesce(ended_at, case when coalesce(to_ms, from_ms + 1) <= ${fromMs}::integer
          or from_ms >= ${fromMs}::integer + ${durationMs}::integer then ${now}::timestamptz end)
      where owner_id = ${ownerId} and recording_id = ${id}`.execute(tx);
  await sql`update recording_utterance u set
      from_ms = least(greatest(u.from_ms - ${fromMs}::integer, 0), ${durationMs}::integer),
      to_ms = greatest(least(u.to_ms - ${fromMs}::integer, ${durationMs}::integer), least(greatest(u.from_ms - ${fromMs}::integer, 0), ${durationMs}::integer) + 1),
      ended_at = coalesce(u.ended_at, case when u.to_ms <= ${fromMs}::integer or u.from_ms >= ${fromMs}::integer + ${durationMs}::integer
        then ${now}::timestamptz end)
    from recording_transcript t
    where u.owner_id = ${ownerId} and t.owner_id = ${ownerId} and t.id = u.transcript_id and t.recording_id = ${id}`.execute(
    tx,
  );
}
