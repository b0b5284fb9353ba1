import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Two who write into a timetable do it one after the other. */
export const lockTimetable = (tx: Db, owner: string, id: string): Promise<unknown> =>
  sql`select t.id from timetable t where t.owner_id = ${owner} and t.id = ${id} for update`.execute(tx);

/** Takes lessons out as part of a batch. */
export async function endLessons(
  tx: Db,
  owner: string,
  ids: readonly string[],
  { now, batchId }: { now: Date; batchId: string },
): Promise<void> {
  await sql`update timetabled_lesson set ended_at = ${now}, ended_by_batch = ${batchId}
    where owner_id = ${owner} and id = any(${ids}::uuid[]) and ended_at is null`.execute(tx);
}

/** What a batch wrote into a timetable: how many lessons, and how many of them were changed by hand or taken out since. */
export async function selectBatch(
  tx: Db,
  owner: string,
  { timetableId, batchId }: { timetableId: string; batchId: string },
): Promise<{ written: number; ended: number; touched: number }> {
  const { rows } = await sql<{ written: number; ended: number; touched: number }>`
    select count(*) filter (where l.batch_id = ${batchId})::int as written,
      count(*) filter (where l.ended_by_batch = ${batchId})::int as ended,
      count(*) filter (where l.batch_id = ${batchId} and (l.version > 1 or l.ended_at is not null))::int as touched
    from timetabled_lesson l where l.owner_id = ${owner} and l.timetable_id = ${timetableId}
      and (l.batch_id = ${batchId} or l.ended_by_batch = ${batchId})`.execute(tx);
  return rows[0]!;
}

/** Takes out what a batch wrote and brings back what it had taken out; rooms it made go where nothing is in them. */
export async function undoBatch(tx: Db, owner: string, batchId: string, now: Date): Promise<void> {
  await sql`update timetabled_lesson set ended_at = ${now}
    where owner_id = ${owner} and batch_id = ${batchId} and ended_at is null`.execute(tx);
  await sql`update timetabled_lesson set ended_at = null, ended_by_batch = null
    where owner_id = ${owner} and ended_by_batch = ${batchId}`.execute(tx);
  await sql`update room set ended_at = ${now}
    where owner_id = ${owner} and batch_id = ${batchId} and ended_at is null and not exists (
      select 1 from timetabled_lesson l where l.owner_id = ${owner} and l.room_id = room.id and l.ended_at is null)`.execute(
    tx,
  );
}
