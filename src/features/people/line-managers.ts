import { standingsChanged } from '#platform/access/standing.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';

/** Makes one person another's line manager from a day on. Saying it twice changes nothing. */
export async function addLineManager(
  tx: Db,
  ownerId: string,
  { managerId, personId, startsOn }: { managerId: string; personId: string; startsOn: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('line_management')
    .values({
      owner_id: ownerId,
      id: newId(now),
      manager_id: managerId,
      person_id: personId,
      starts_on: startsOn,
      created_at: now,
      ended_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'manager_id', 'person_id', 'starts_on']).doUpdateSet({ ended_at: null }),
    )
    .execute();
  await standingsChanged(tx, ownerId);
}

/** Ends it now, or with `null` takes the ending back. */
export async function setLineManagementEnded(
  tx: Db,
  ownerId: string,
  id: string,
  endedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('line_management')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
  await standingsChanged(tx, ownerId);
}
