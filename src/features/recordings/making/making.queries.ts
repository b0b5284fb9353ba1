import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { lockRecording } from '../recording.queries.ts';
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
  /** What it waits for, where it could not be made the last time. */
  trouble: WaitsFor | null;
  /** It was copied out of another, of which nobody but its author may see the rest. */
  isCopy: boolean;
  /** What it is made from. */
  source: Medium;
}

/** Why a recording could not be made the last time, and waits; kept as its `trouble`. */
export type WaitsFor = 'another try' | 'its key' | 'room';

/**
 * The recording of this school that has waited longest, those that failed before last, and none of `but`; undefined
 * when none does. It says from now on that it is being made.
 */
export async function takeNext(
  db: Db,
  ownerId: string,
  now: Date,
  but: readonly string[] = [],
): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    select r.owner_id as "ownerId", r.id, r.wrapped_key as "wrappedKey", r.wanted, r.trouble,
      r.copied_from is not null as "isCopy", m.source
    from recording r
    cross join lateral (select json_build_object('id', m.id, 'part', m.part, 'mediaType', m.media_type, 'bytes', m.bytes, 'sha256', m.sha256)
          as source
        from recording_medium m where m.owner_id = r.owner_id and m.recording_id = r.id and m.ended_at is null
          and m.part in ('sent', 'playable')
        order by m.created_at desc limit 1) m
    where r.owner_id = ${ownerId} and r.state in ('arrived', 'making') and r.wrapped_key is not null
      and r.id <> all(${[...but]}::uuid[])
    order by (r.trouble is not null), r.arrived_at, r.id limit 1`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  await sql`update recording set state = 'making', changed_at = ${now}
    where owner_id = ${ownerId} and id = ${row.id} and state in ('arrived', 'making')`.execute(db);
  return row;
}

/**
 * Holds the recording, and answers whether what it was made from is still what it holds: making takes long, and
 * meanwhile it may have been erased, or another film sent.
 */
export async function stillStands(
  tx: Db,
  { ownerId, id, source }: Pick<Waiting, 'ownerId' | 'id'> & Partial<Pick<Waiting, 'source'>>,
): Promise<boolean> {
  await lockRecording(tx, ownerId, id);
  const { rows } = await sql`select 1 from recording r
    where r.owner_id = ${ownerId} and r.id = ${id} and r.wrapped_key is not null
      and (${source?.id ?? null}::uuid is null or exists (select 1 from recording_medium m
        where m.owner_id = ${ownerId} and m.id = ${source?.id ?? null}::uuid and m.ended_at is null))`.execute(
    tx,
  );
  return rows.length > 0;
}

/** It could not be made this time, and is tried again after those that have not been tried. */
export async function noteWaits(
  db: Db,
  { ownerId, id }: Waiting,
  waitsFor: WaitsFor,
  now: Date,
): Promise<void> {
  await sql`update recording set state = 'arrived', trouble = ${waitsFor}, changed_at = ${now}
    where owner_id = ${ownerId} and id = ${id} and state = 'making'`.execute(db);
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
