import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Observation } from '../observation.ts';

/** Each choice is recorded under this kind, with the instrument; null where the teacher chose none. */
export const chosenKind = 'observation.instrument-chosen';

/**
 * Whether the observed teacher chose this instrument for the visit, now or before: what waited on a phone while they
 * chose another still arrives, and nothing that they never agreed to be recorded with does.
 */
export async function wasChosen(
  db: Db,
  { ownerId, id, chosen }: Pick<Observation, 'ownerId' | 'id' | 'chosen'>,
  instrument: string,
): Promise<boolean> {
  if (chosen?.instrument === instrument) return true;
  const { rows } = await sql`select 1 from event e where e.owner_id = ${ownerId} and e.item_id = ${id}
    and e.kind = ${chosenKind} and e.body->>'instrument' = ${instrument} limit 1`.execute(db);
  return rows.length > 0;
}
