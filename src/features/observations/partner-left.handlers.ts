import { sql } from 'kysely';
import type { Handler } from '#platform/http/feature.ts';
import { settleNotices } from './observation.notices.ts';

/*
 * Both may be told late or again. Each changes something only while the partnership still says what it tells, so
 * that a late 'left' does not call off again what a return put back, nor a late 'returned' the other way.
 */

/**
 * Somebody left a partnership: what was arranged with them there is called off. Its body is that of the event
 * `agreement.left`: `{ itemId, actorId, at }`; the partnership's circle has the id of its agreement.
 */
const partnerLeft: Handler = (services, message) => {
  const { itemId, actorId, at } = message.body as Record<'itemId' | 'actorId' | 'at', string>;
  return setCalledOff(services, message.ownerId, { circleId: itemId, personId: actorId, from: null, to: at });
};

/** They took it back: what was called off at that moment stands again. `agreement.returned`: `{ itemId, actorId, leftAt }`. */
const partnerReturned: Handler = (services, message) => {
  const { itemId, actorId, leftAt } = message.body as Record<'itemId' | 'actorId' | 'leftAt', string>;
  return setCalledOff(services, message.ownerId, {
    circleId: itemId,
    personId: actorId,
    from: leftAt,
    to: null,
  });
};

export const partnerHandlers: Readonly<Record<string, Handler>> = {
  'agreement.left': partnerLeft,
  'agreement.returned': partnerReturned,
};

async function setCalledOff(
  services: Parameters<Handler>[0],
  ownerId: string,
  change: { circleId: string; personId: string; from: string | null; to: string | null },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update observation set called_off_at = ${change.to}::timestamptz, changed_at = ${services.now()}
    where owner_id = ${ownerId} and circle_id = ${change.circleId}
      and ${change.personId}::uuid in (observed_id, observer_id) and done_at is null and declined_at is null
      and called_off_at is not distinct from ${change.from}::timestamptz
      and exists (select 1 from agreement_party q where q.owner_id = ${ownerId}
        and q.agreement_id = ${change.circleId} and q.person_id = ${change.personId}
        and q.left_at is not distinct from ${change.to}::timestamptz)
    returning id`.execute(services.db);
  for (const { id } of rows) await settleNotices(services, ownerId, id);
}
