import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Notice } from './notices.ts';

/**
 * Ends the notices of this kind, in everybody's list, that are not among those that stand now. One statement for the
 * people of one organisation.
 */
export async function endOtherNotices(
  db: Db,
  ownerId: string,
  kind: string,
  standing: readonly Pick<Notice, 'personId' | 'subjectKey'>[],
  at: Date,
): Promise<void> {
  await sql`update notice set done_at = ${at}
    where owner_id in (select m.person_id from member m where m.owner_id = ${ownerId})
      and from_owner = ${ownerId} and kind = ${kind} and done_at is null
      and (owner_id::text, subject_key) not in (select * from unnest(
        ${standing.map(({ personId }) => personId)}::text[], ${standing.map(({ subjectKey }) => subjectKey)}::text[]))`.execute(
    db,
  );
}
