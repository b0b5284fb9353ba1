import { sql } from 'kysely';
import { dayMs } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { every } from '#platform/jobs/recurring.ts';

/**
 * Removes from storage what was uploaded more than a day ago and never came to belong to anything:
 * a form that was sent back, a connection that broke. Files taken away keep their row and their content.
 */
export const sweepFiles = every('files.sweep', { dailyAt: '03:20' }, async ({ db, now, storage }) => {
  const before = new Date(now().getTime() - dayMs);
  await endHeldUploads(db, before);
  await storage.sweep(before);
  await storage.sweepUnnamed(before, (sha256s) => selectNamed(db, sha256s));
});

/** Files that came with a form which was never sent again. */
async function endHeldUploads(db: Db, before: Date): Promise<void> {
  await sql`/* job: file-sweep */ delete from held_upload where held_at < ${before}`.execute(db);
}

/** Which of these contents some file of some owner stands for, or a form that came back. */
async function selectNamed(db: Db, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha256: string }>`/* job: file-sweep */
    select sha256 from file where sha256 = any(${sha256s}::text[])
    union select sha256 from held_upload where sha256 = any(${sha256s}::text[])`.execute(db);
  return new Set(rows.map(({ sha256 }) => sha256));
}
