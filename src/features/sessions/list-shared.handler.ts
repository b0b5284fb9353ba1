import { sql } from 'kysely';
import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';

/**
 * Brings the organisation's list of shared reflections into line with the audience the author chose.
 * The list opens nothing: whoever follows it is asked by the kernel.
 */
export const listSharedReflection = told(
  'reflection.shared',
  z.object({ itemId: z.uuid(), organisationId: z.uuid() }),
  async ({ ownerId, body: { itemId, organisationId } }, job) => {
    const { db } = job;
    const now = job.now();
    const { rows } = await sql<{ stepId: string; principals: string[] }>`
      select r.step_id as "stepId", array(select g.principal from audience_grant g
        where g.owner_id = i.owner_id and g.audience_id = i.audience_id and i.ended_at is null) as principals
      from reflection r join item i on i.owner_id = r.owner_id and i.id = r.id
      where r.owner_id = ${ownerId} and r.id = ${itemId}`.execute(db);
    const shared = rows[0];
    if (!shared) return;
    await sql`update reflection_shared set ended_at = ${now}
      where owner_id = ${organisationId} and reflection_id = ${itemId} and ended_at is null
        and not principal = any(${shared.principals}::text[])`.execute(db);
    if (shared.principals.length === 0) return;
    await db
      .insertInto('reflection_shared')
      .values(
        shared.principals.map((principal) => ({
          owner_id: organisationId,
          step_id: shared.stepId,
          person_id: ownerId,
          principal,
          reflection_id: itemId,
          shared_at: now,
          ended_at: null,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['owner_id', 'step_id', 'person_id', 'principal']).doUpdateSet({ ended_at: null }),
      )
      .execute();
  },
);
