import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { type Manages, managementIn } from '../management.ts';
import type { Together } from '../together.ts';

interface BeforeYes {
  management: Manages[];
  /** The modules the person who answers has finished. */
  finished: string[];
}

/** What stands between somebody who was asked and their yes. One statement. */
export async function selectBeforeYes(
  db: Db,
  { ownerId, id }: Pick<Together, 'ownerId' | 'id'>,
  personId: string,
  today: string,
): Promise<BeforeYes> {
  const { rows } = await sql<BeforeYes>`select
      coalesce((select json_agg(m) from (${managementIn(ownerId, sql.val(id), today)}) m), '[]'::json) as management,
      array(select d.module from coaching_prepared d where d.owner_id = ${ownerId} and d.person_id = ${personId})
        as finished`.execute(db);
  return rows[0]!;
}
