import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Medium } from '../recording.ts';

/** What its author asked for after it was sent: a part of it, a turn of the picture. */
export interface Wanted {
  fromMs?: number;
  toMs?: number;
  turn?: 90 | 180 | 270;
}

/** A recording of which something is to be made. */
export interface Waiting {
  ownerId: string;
  id: string;
  wrappedKey: Buffer;
  wanted: Wanted | null;
  /** What it is made from. */
  source: Medium;
}

/** The recording of this school that has waited longest, undefined when none does; it says from now on that it is being made. */
export async function takeNext(db: Db, ownerId: string, now: Date): Promise<Waiting | undefined> {
  const { rows } = await sql<Omit<Waiting, 'source'> & { source: Medium | null }>`
    select r.owner_id as "ownerId", r.id, r.wrapped_key as "wrappedKey", r.wanted,
      (select json_build_object('id', m.id, 'part', m.part, 'mediaType', m.media_type, 'bytes', m.bytes, 'sha256', m.sha256)
        from recording_medium m where m.owner_id = r.owner_id and m.recording_id = r.id and m.ended_at is null
          and m.part in ('sent', 'playable')
        order by m.created_at desc limit 1) as source
    from recording r
    where r.owner_id = ${ownerId} and r.state in ('arrived', 'making') and r.wrapped_key is not null
    order by r.arrived_at, r.id limit 1`.execute(db);
  const [row] = rows;
  if (!row?.source) return undefined;
  await sql`update recording set state = 'making', changed_at = ${now}
    where owner_id = ${ownerId} and id = ${row.id}`.execute(db);
  return { ...row, source: row.source };
}

export async function insertMedium(
  tx: Db,
  of: { ownerId: string; recordingId: string },
  medium: Medium,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('recording_medium')
    .values({
      owner_id: of.ownerId,
      id: medium.id,
      recording_id: of.recordingId,
      part: medium.part,
      media_type: medium.mediaType,
      bytes: medium.bytes,
      sha256: medium.sha256,
      created_at: now,
    })
    .execute();
}
