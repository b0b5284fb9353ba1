import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';

/** Somebody who is asked to look at a plan. Days are 'YYYY-MM-DD'. */
export interface Look {
  id: string;
  askedOfId: string;
  askedOf: string;
  askedById: string;
  askedBy: string;
  byDate: string | null;
  words: string;
  createdAt: Date;
  lookedAt: Date | null;
}

const columns = sql`k.id, k.asked_of as "askedOfId", o.name as "askedOf", k.asked_by as "askedById", b.name as "askedBy",
  k.by_date as "byDate", k.words, k.created_at as "createdAt", k.looked_at as "lookedAt"`;

export const looksList = (owner: string, scheme: Expression<string>): List<Look> =>
  list<Look>(
    sql`select ${columns} from plan_look k join person o on o.id = k.asked_of join person b on b.id = k.asked_by
      where k.owner_id = ${owner} and k.scheme_id = ${scheme} and k.ended_at is null order by k.created_at limit 100`,
    { createdAt: 'moment', lookedAt: 'moment' },
  );

/** One of a plan, also when it was taken back. */
export async function selectLook(
  db: Db,
  ownerId: string,
  schemeId: string,
  id: string,
): Promise<(Look & { endedAt: Date | null }) | undefined> {
  const { rows } = await sql<Look & { endedAt: Date | null }>`select ${columns}, k.ended_at as "endedAt"
    from plan_look k join person o on o.id = k.asked_of join person b on b.id = k.asked_by
    where k.owner_id = ${ownerId} and k.scheme_id = ${schemeId} and k.id = ${id}`.execute(db);
  return rows[0];
}

export async function insertLook(
  tx: Db,
  ownerId: string,
  look: { schemeId: string; askedOf: string; askedBy: string; byDate: string | null; words: string },
  now: Date,
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('plan_look')
    .values({
      owner_id: ownerId,
      id,
      scheme_id: look.schemeId,
      asked_of: look.askedOf,
      asked_by: look.askedBy,
      by_date: look.byDate,
      words: look.words,
      created_at: now,
      looked_at: null,
      ended_at: null,
    })
    .execute();
  return id;
}

export const updateLook = (
  tx: Db,
  ownerId: string,
  id: string,
  change: { looked_at: Date | null } | { ended_at: Date | null },
): Promise<unknown> =>
  tx.updateTable('plan_look').set(change).where('owner_id', '=', ownerId).where('id', '=', id).execute();
