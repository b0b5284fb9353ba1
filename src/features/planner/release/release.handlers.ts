import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { told } from '#platform/jobs/handler.ts';
import { releasedPolicy } from '../planner.policy.ts';

const about = z.object({ releaseId: z.uuid() });

/**
 * Makes the copies over there say what the school's own rows say now, so that being told twice, or late, or in another
 * order comes to the same. Each organisation's rows are written in a transaction of their own.
 */
export const mirrorReleases = told(
  ['planner.released', 'planner.taken-back'],
  about,
  async ({ ownerId, body }, job) => {
    const stated = await job.db
      .selectFrom('planner_release')
      .select(['to_id', 'tool', 'year'])
      .where('owner_id', '=', ownerId)
      .where('id', '=', body.releaseId)
      .executeTakeFirst();
    if (!stated) return;
    // With it those that it took the place of.
    const rows = await job.db
      .selectFrom('planner_release')
      .selectAll()
      .where('owner_id', '=', ownerId)
      .where('to_id', '=', stated.to_id)
      .where('tool', '=', stated.tool)
      .where('year', '=', stated.year)
      .orderBy('released_at')
      .execute();
    await transaction(job.db, async (tx) => {
      for (const row of rows) await mirror(tx, row, job.now());
    });
  },
);

interface Row {
  owner_id: string;
  id: string;
  tool: string;
  year: number;
  to_id: string;
  body: unknown;
  gaps: string[];
  released_by: string;
  released_at: Date;
  taken_back_at: Date | null;
}

async function mirror(tx: Db, row: Row, now: Date): Promise<void> {
  const copy = { owner_id: row.to_id, id: row.id };
  if (row.taken_back_at) {
    await tx
      .updateTable('released_copy')
      .set({ body: '{}', gaps: [], ended_at: row.taken_back_at })
      .where('owner_id', '=', copy.owner_id)
      .where('id', '=', copy.id)
      .where('ended_at', 'is', null)
      .execute();
    await tx
      .updateTable('item')
      .set({ ended_at: row.taken_back_at })
      .where('owner_id', '=', copy.owner_id)
      .where('id', '=', copy.id)
      .execute();
    return;
  }
  const made = await tx
    .insertInto('released_copy')
    .values({
      ...copy,
      school_id: row.owner_id,
      tool: row.tool,
      year: row.year,
      body: JSON.stringify(row.body),
      gaps: row.gaps,
      released_at: row.released_at,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made)
    await insertItem(
      tx,
      { ownerId: row.to_id, id: row.id, policy: releasedPolicy, authorId: row.released_by },
      now,
    );
}
