import type { Db } from '#platform/db/database.ts';
import type { Programme } from './programme.queries.ts';

/** One change of a programme at a time: others wait here. Answers the cycle it is in once it is this one's turn. */
export async function lockProgramme(tx: Db, programme: Pick<Programme, 'owner_id' | 'id'>): Promise<number> {
  const row = await tx
    .selectFrom('programme')
    .select('cycle')
    .where('owner_id', '=', programme.owner_id)
    .where('id', '=', programme.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.cycle;
}
