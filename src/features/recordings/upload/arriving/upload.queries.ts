import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import type { Prepared } from '../../recording.ts';

/** What is on its way from a device. Its id is that of the sealed file it is written to. */
export interface Upload {
  ownerId: string;
  id: string;
  recordingId: string;
  personId: string;
  /** As the file is called on the device. */
  name: string;
  /** As its sender said it would be. */
  bytes: number;
  prepared: Prepared;
  /** SHA-256 of its first 2 MB, base64, by which the file is known again; '' where that is not known. */
  begins: string;
  createdAt: Date;
  expiresAt: Date;
  finishedAt: Date | null;
  endedAt: Date | null;
}

const columns = [
  'owner_id as ownerId',
  'id',
  'recording_id as recordingId',
  'person_id as personId',
  'name',
  'bytes',
  'prepared',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'finished_at as finishedAt',
  'ended_at as endedAt',
] as const;

type Row = Omit<Upload, 'bytes' | 'prepared' | 'begins'> & {
  bytes: number | string | bigint;
  prepared: unknown;
};
function uploadOf({ prepared: stored, ...row }: Row): Upload {
  const { begins = '', ...prepared } = stored as Prepared & { begins?: string };
  return { ...row, bytes: Number(row.bytes), prepared, begins };
}

export async function selectUpload(
  db: Db,
  ownerId: string,
  recordingId: string,
  id: string,
): Promise<Upload | undefined> {
  const row = await db
    .selectFrom('recording_upload')
    .select(columns)
    .where('owner_id', '=', ownerId)
    .where('recording_id', '=', recordingId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && uploadOf(row);
}

/** What a school has under way: neither arrived nor given up. */
const underWay = (db: Db, ownerId: string) =>
  db
    .selectFrom('recording_upload')
    .select(columns)
    .where('owner_id', '=', ownerId)
    .where('finished_at', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('id');

/** What of a recording is under way. */
export const selectUnderWay = async (db: Db, ownerId: string, recordingId: string): Promise<Upload[]> =>
  (await underWay(db, ownerId).where('recording_id', '=', recordingId).execute()).map(uploadOf);

/** Of a school, what runs out before `before`. */
export const selectRunningOut = async (db: Db, ownerId: string, before: Date): Promise<Upload[]> =>
  (await underWay(db, ownerId).where('expires_at', '<', before).execute()).map(uploadOf);

export interface UnderWay {
  id: string;
  name: string;
  bytes: number;
  begins: string;
  expiresAt: Date;
}

/** The same of one recording, for a page that asks more in its statement; what ran out is left out. */
export const underWayList = (
  ownerId: string,
  recordingId: Expression<string>,
  now: Expression<Date>,
): List<UnderWay> =>
  list<UnderWay>(
    sql`select u.id, u.name, u.bytes, coalesce(u.prepared ->> 'begins', '') as begins, u.expires_at as "expiresAt" from recording_upload u
      where u.owner_id = ${ownerId} and u.recording_id = ${recordingId} and u.finished_at is null
        and u.ended_at is null and u.expires_at > ${now}
      order by u.id desc limit 1`,
    { expiresAt: 'moment' },
  );

export async function insertUpload(db: Db, upload: Omit<Upload, 'finishedAt' | 'endedAt'>): Promise<void> {
  await db
    .insertInto('recording_upload')
    .values({
      owner_id: upload.ownerId,
      id: upload.id,
      recording_id: upload.recordingId,
      person_id: upload.personId,
      name: upload.name,
      bytes: upload.bytes,
      prepared: JSON.stringify({ ...upload.prepared, begins: upload.begins }),
      created_at: upload.createdAt,
      expires_at: upload.expiresAt,
    })
    .execute();
}

/**
 * Says that an upload came to nothing. Answers whether it had not arrived by then, nor ended before: its sealed file is
 * its caller's to remove.
 */
export async function endUpload(
  db: Db,
  { ownerId, id }: Pick<Upload, 'ownerId' | 'id'>,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recording_upload')
    .set({ ended_at: now })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
