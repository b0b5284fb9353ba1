import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';

interface Membership {
  ownerId: string;
  circleId: string;
  personId: string;
  part: 'partner' | 'invited';
}

/** Puts somebody into a partnership's circle, also somebody who was in that part before. */
export async function insertMember(
  tx: Db,
  { ownerId, circleId, personId, part }: Membership,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('circle_member')
    .values({
      owner_id: ownerId,
      id: newId(now),
      circle_id: circleId,
      person_id: personId,
      part,
      starts_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'circle_id', 'person_id', 'part']).doUpdateSet({ ends_at: null }),
    )
    .execute();
}

/** Takes somebody out of one part. */
export async function endMember(
  tx: Db,
  { ownerId, circleId, personId, part }: Membership,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('circle_member')
    .set({ ends_at: now })
    .where('owner_id', '=', ownerId)
    .where('circle_id', '=', circleId)
    .where('person_id', '=', personId)
    .where('part', '=', part)
    .where('ends_at', 'is', null)
    .execute();
}

/** The name a partnership goes by in lists: its people's. */
export async function nameCircle(tx: Db, ownerId: string, circleId: string, name: string): Promise<void> {
  await tx
    .updateTable('circle')
    .set({ name })
    .where('owner_id', '=', ownerId)
    .where('id', '=', circleId)
    .execute();
}
