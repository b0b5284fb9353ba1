import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { every } from '#platform/jobs/recurring.ts';
import { dayMs } from '#platform/calendar/dates.ts';

/** Nothing stands for the media of a recording any more. Answers the ids of the sealed files, to be removed once that is written. */
export async function forgetMedia(tx: Db, ownerId: string, id: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update recording_medium set ended_at = ${now}
    where owner_id = ${ownerId} and recording_id = ${id} and ended_at is null returning id`.execute(tx);
  return rows.map((row) => row.id);
}

/**
 * What a power cut left in the vault that nothing stands for. What is on its way from a device stands for itself; what has
 * arrived, only as long as it is a medium of its recording.
 */
export const sweepVault = every('recordings.sweep', { dailyAt: '03:35' }, async ({ db, now, vault }) => {
  await vault.sweepUnnamed(new Date(now().getTime() - dayMs), (ids) => selectNamed(db, ids));
});

/** A folder in which something is made says so every minute; what has been silent so long is left of a power cut. */
const silentMinutes = 5;

/** What is plain lies there as short as can be. */
export const sweepWork = every('recordings.sweep-work', { everyMinutes: 10 }, async ({ now, vault }) => {
  await vault.sweepWork(new Date(now().getTime() - silentMinutes * 60_000));
});

async function selectNamed(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`/* job: vault-sweep */
    select id from recording_medium where id = any(${[...ids]}::uuid[]) and ended_at is null
    union select id from recording_upload where id = any(${[...ids]}::uuid[]) and finished_at is null
      and ended_at is null`.execute(db);
  return new Set(rows.map((row) => row.id));
}
