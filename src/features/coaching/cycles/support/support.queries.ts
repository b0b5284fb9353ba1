import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { wasThereAt } from '../../what-leavers-read.ts';
import type { Support } from './support.ts';

export const supportColumns: RawBuilder<unknown> = sql`b.owner_id as "ownerId", b.id, b.what, b.who, b.link,
  b.by_on as "byOn", b.offered_by as "offeredById", p.name as "offeredBy", b.state, b.came_of_it as "cameOfIt",
  b.version, b.updated_at as "updatedAt", b.ended_at as "endedAt"`;

/**
 * What was suggested in a coaching and not taken away, the latest first. To who left, what has not changed since: what
 * it said before is not kept.
 */
export async function selectSupports(
  { db, who }: Pick<Visit, 'db' | 'who'>,
  ownerId: string,
  coachingId: string,
): Promise<Support[]> {
  const { rows } = await sql<Support>`
    select ${supportColumns} from brokered_support b join person p on p.id = b.offered_by
    where b.owner_id = ${ownerId} and b.coaching_id = ${coachingId} and b.ended_at is null
      and ${wasThereAt(who, coachingId, sql`b.updated_at`)}
    order by b.offered_at desc, b.id limit 100`.execute(db);
  return rows;
}

/** Who made the suggestions of a coaching that nobody has answered, once for each. */
export async function selectSuggestedBy(db: Db, ownerId: string, coachingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('brokered_support')
    .select('offered_by as personId')
    .where('owner_id', '=', ownerId)
    .where('coaching_id', '=', coachingId)
    .where('state', '=', 'suggested')
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ personId }) => personId);
}

/** One of them, one that was taken away too. */
export async function selectSupport(
  db: Db,
  ownerId: string,
  coachingId: string,
  id: string,
): Promise<Support | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Support>`
    select ${supportColumns} from brokered_support b join person p on p.id = b.offered_by
    where b.owner_id = ${ownerId} and b.coaching_id = ${coachingId} and b.id = ${id}`.execute(db);
  return rows[0];
}

interface SupportChange {
  what?: string;
  who?: string;
  link?: string;
  by_on?: string | null;
  state?: Support['state'];
  came_of_it?: string;
  ended_at?: Date | null;
}

/** Saves over the version that was shown. Answers whether it was still the one that stands. */
export async function updateSupport(
  tx: Db,
  { ownerId, id }: Pick<Support, 'ownerId' | 'id'>,
  shown: number,
  changed: SupportChange,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('brokered_support')
    .set({ ...changed, version: shown + 1, updated_at: now })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('version', '=', shown)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
