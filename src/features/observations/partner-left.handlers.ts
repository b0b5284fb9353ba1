import { sql } from 'kysely';
import { z } from 'zod';
import { type Job, told } from '#platform/jobs/handler.ts';
import { settleNotices } from './observation.notices.ts';

const about = z.object({ itemId: z.uuid(), actorId: z.uuid() });

/*
 * Both may be told late or again. Each changes something only while the partnership still says what it tells, so
 * that a late 'left' does not call off again what a return put back, nor a late 'returned' the other way.
 */

/**
 * Somebody left a partnership: what was arranged with them there is called off. Its body is that of the event
 * `agreement.left`: `{ itemId, actorId, at }`; the partnership's circle has the id of its agreement.
 */
const partnerLeft = told(
  'agreement.left',
  about.extend({ at: z.iso.datetime() }),
  ({ ownerId, body: { itemId, actorId, at } }, job) =>
    setCalledOff(job, ownerId, { circleId: itemId, personId: actorId, from: null, to: at }),
);

/** They took it back: what was called off at that moment stands again. `agreement.returned`: `{ itemId, actorId, leftAt }`. */
const partnerReturned = told(
  'agreement.returned',
  about.extend({ leftAt: z.iso.datetime() }),
  ({ ownerId, body: { itemId, actorId, leftAt } }, job) =>
    setCalledOff(job, ownerId, { circleId: itemId, personId: actorId, from: leftAt, to: null }),
);

export const partnerHandlers = [partnerLeft, partnerReturned];

async function setCalledOff(
  job: Job,
  ownerId: string,
  change: { circleId: string; personId: string; from: string | null; to: string | null },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update observation set called_off_at = ${change.to}::timestamptz, changed_at = ${job.now()}
    where owner_id = ${ownerId} and circle_id = ${change.circleId}
      and ${change.personId}::uuid in (observed_id, observer_id) and done_at is null and declined_at is null
      and called_off_at is not distinct from ${change.from}::timestamptz
      and exists (select 1 from agreement_party q where q.owner_id = ${ownerId}
        and q.agreement_id = ${change.circleId} and q.person_id = ${change.personId}
        and q.left_at is not distinct from ${change.to}::timestamptz)
    returning id`.execute(job.db);
  for (const { id } of rows) await settleNotices(job, ownerId, id);
}
