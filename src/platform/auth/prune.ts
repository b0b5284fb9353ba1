import { sql } from 'kysely';
import { dayMs } from '../calendar/dates.ts';
import type { Db } from '../db/database.ts';
import { every } from '../jobs/recurring.ts';
import { forgetAfter } from './throttle.ts';

/** How long what is over is kept, in milliseconds: so long an old link still says that it was used or is too old. */
const kept = 90 * dayMs;
/** A form that is filled in once a school year is still there the year after. */
const draftsKept = 400 * dayMs;

/**
 * Forgets what nobody needs any more: sign-ins and links that are over, failed tries that no longer count, and
 * what somebody began to write more than a school year ago and never sent. An invitation is kept while its
 * person has no password: it is why they may ask for another.
 */
export async function prune(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - kept);
  await db
    .deleteFrom('session')
    .where((row) => row.or([row('ended_at', '<', before), row('expires_at', '<', before)]))
    .execute();
  await sql`delete from link_token where (used_at < ${before} or expires_at < ${before})
    and (kind <> 'invitation' or exists (select 1 from credential c where c.person_id = link_token.person_id))`.execute(
    db,
  );
  await db
    .deleteFrom('sign_in_throttle')
    .where('first_at', '<', new Date(now.getTime() - 2 * forgetAfter))
    .where((row) => row.or([row('blocked_until', 'is', null), row('blocked_until', '<', now)]))
    .execute();
  await sql`/* job: old-drafts */
    delete from draft where saved_at < ${new Date(now.getTime() - draftsKept)}`.execute(db);
}

/** Each night. */
export const pruneJob = every('auth.prune', { dailyAt: '02:20' }, ({ db, now }) => prune(db, now()));
