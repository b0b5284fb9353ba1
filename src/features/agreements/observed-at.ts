import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Agreement } from './agreement.ts';

/**
 * Says since when the first observation of a partnership has been, or that none has: of those that
 * its partners agreed, in its text or beside it. Told twice it says the same.
 */
export async function settleObservedAt(
  db: Db,
  { ownerId, id }: Pick<Agreement, 'ownerId' | 'id'>,
): Promise<void> {
  await sql`update agreement set observed_at = (
      select min(r.done_at) from observation r join agreement_party q on q.owner_id = r.owner_id
          and q.person_id = r.observed_id
        where r.owner_id = ${ownerId} and q.agreement_id = ${id} and r.circle_id = ${id})
    where owner_id = ${ownerId} and id = ${id}`.execute(db);
}
