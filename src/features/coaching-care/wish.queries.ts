import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isOutside } from '#features/coaching/index.ts';

export interface Wish {
  id: string;
  pairingId: string;
  personId: string;
  by: string;
  wish: 'another' | 'stop' | 'talk';
  words: string;
  saidAt: Date;
  settledAt: Date | null;
  takenBackAt: Date | null;
}

/** A quiet word, for somebody outside its pairing. Ask the kernel about its item first. */
export async function selectWish(
  db: Db,
  { ownerId, id }: { ownerId: string; id: string },
  readerId: string,
): Promise<Wish | undefined> {
  const { rows } = await sql<Wish>`
    select q.id, q.pairing_id as "pairingId", q.person_id as "personId", n.name as by, q.wish, q.words,
      q.said_at as "saidAt", q.settled_at as "settledAt", q.taken_back_at as "takenBackAt"
    from quiet_wish q join person n on n.id = q.person_id
    where q.owner_id = ${ownerId} and q.id = ${id}
      and ${isOutside(ownerId, sql.ref('q.pairing_id'), readerId)}`.execute(db);
  return rows[0];
}

/** Says that it is looked after, or waits after all. False when it was so already, or was taken back. */
export async function setSettled(
  tx: Db,
  { ownerId, id }: { ownerId: string; id: string },
  settled: { at: Date; by: string } | null,
): Promise<boolean> {
  const saved = await tx
    .updateTable('quiet_wish')
    .set({ settled_at: settled?.at ?? null, settled_by: settled?.by ?? null })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .where('settled_at', settled ? 'is' : 'is not', null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
