import type { Db } from '#platform/db/database.ts';
import type { Programme } from './programme.queries.ts';

/** The highest number that a step of the programme ever had; 0 when it never had one. */
export async function selectLastNumber(
  tx: Db,
  programme: Pick<Programme, 'owner_id' | 'id'>,
): Promise<number> {
  const row = await tx
    .selectFrom('programme_step')
    .select((step) => step.fn.max('number').as('last'))
    .where('owner_id', '=', programme.owner_id)
    .where('programme_id', '=', programme.id)
    .executeTakeFirst();
  return row?.last ?? 0;
}
