import { sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';

/** What a reward counts: how many things went well, or the points of these. */
export const counted = ['events', 'points'] as const;
/** Over what it counts. */
export const spans = ['term', 'year'] as const;

export interface Reward {
  id: string;
  name: string;
  words: string;
  counts: (typeof counted)[number];
  needed: number;
  span: (typeof spans)[number];
  version: number;
  endedAt: Date | null;
}

export type RewardFields = Omit<Reward, 'id' | 'version' | 'endedAt'>;

export const rewardsList = (who: Who): List<Reward> =>
  list<Reward>(
    sql`select r.id, r.name, r.words, r.counts, r.needed, r.span, r.version, r.ended_at as "endedAt"
      from behaviour_reward r where r.owner_id = ${who.organisationId}
      order by r.ended_at is not null, r.span, r.counts, r.needed, r.id`,
    { endedAt: 'moment' },
  );

export async function insertReward(tx: Db, owner: string, fields: RewardFields, now: Date): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('behaviour_reward')
    .values({ owner_id: owner, id, ...fields, version: 1, created_at: now })
    .execute();
  return id;
}

/** Saves a reward that is still at this version; whether it was. */
export async function updateReward(
  tx: Db,
  owner: string,
  { id, version }: { id: string; version: number },
  fields: RewardFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('behaviour_reward')
    .set({ ...fields, version: version + 1 })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const setRewardEnded = (tx: Db, owner: string, id: string, endedAt: Date | null): Promise<unknown> =>
  tx
    .updateTable('behaviour_reward')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .execute();
