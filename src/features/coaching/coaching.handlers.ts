import { sql } from 'kysely';
import { z } from 'zod';
import { addDays, dateIn, dayMs, today } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import type { Services } from '#platform/http/context.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { selectSignatures } from './agreement/agreement.queries.ts';
import { coachingNotices } from './coaching.notices.ts';
import { selectSuggestedBy } from './cycles/support/support.queries.ts';
import { type Manages, managementIn } from './management.ts';
import { memberLeft } from './leave/member-left.ts';
import { followWish, selectWaitingWishes, settleWish } from './leave/wish.handlers.ts';
import { selectTogether } from './together.queries.ts';
import { lookAgainAhead, waitingFor } from './waits.ts';

/** What changes who waits for what in a pairing. */
const followed = [
  'coaching.asked',
  'coaching.answered',
  'coaching.agreement-saved',
  'coaching.agreement-signed',
  'coaching.agreement-in-force',
  'coaching.left',
  'coaching.ended',
  'coaching.returned',
  'brokered-support.suggested',
  'brokered-support.answered',
  'brokered-support.ended',
  'brokered-support.restored',
];

/** All but the quiet word, which is for others. */
const settledKinds = Object.keys(coachingNotices).filter((kind) => kind !== 'coaching.wish');

/** Brings the lists of everybody in a pairing in line with how it stands. Told again, it comes to the same. */
async function settleCoaching(
  services: Pick<Services, 'db' | 'now'>,
  ownerId: string,
  id: string,
): Promise<void> {
  const { db } = services;
  const now = services.now();
  const together = await selectTogether(db, ownerId, id);
  if (!together) return;
  const zone = await selectZone(db, ownerId);
  const [signatures, { rows: management }, suggestedBy] = await Promise.all([
    selectSignatures(db, together),
    managementIn(ownerId, sql.val(id), today(now, zone)).execute(db) as Promise<{ rows: Manages[] }>,
    selectSuggestedBy(db, ownerId, id),
  ]);
  await settleMatter(
    db,
    {
      fromOwner: ownerId,
      itemId: id,
      personIds: together.people.map(({ personId }) => personId),
      kinds: settledKinds,
    },
    waitingFor({ together, signatures, management, suggestedBy, zone }, now),
    now,
  );
}

async function selectZone(db: Db, ownerId: string): Promise<string> {
  const { time_zone: zone } = await db
    .selectFrom('organisation')
    .select('time_zone')
    .where('id', '=', ownerId)
    .executeTakeFirstOrThrow();
  return zone;
}

const followPairing = told(followed, z.object({ itemId: z.uuid() }), ({ ownerId, body }, job) =>
  settleCoaching(job, ownerId, body.itemId),
);

/** Somebody left the school: what they were in ends softly, and the others find that it ended. */
const followMember = told(
  'member.left',
  z.object({ personId: z.uuid() }),
  async ({ ownerId, body: { personId } }, job) => {
    for (const id of await memberLeft(job, ownerId, personId)) {
      job.signal.throwIfAborted();
      await settleCoaching(job, ownerId, id);
    }
  },
);

export const coachingHandlers = [followPairing, followMember, followWish];

/** Line managers and roles come and go, news grows old, and days come near: the lists are looked through once a day. */
export const lookThroughPairings = every('coaching.look-through', { dailyAt: '04:40' }, (job) =>
  eachOrganisation(job.db, job.signal, async ({ id: ownerId }) => {
    for (const id of await selectToLookThrough(job.db, ownerId, job.now())) {
      job.signal.throwIfAborted();
      await settleCoaching(job, ownerId, id);
    }
    for (const id of await selectWaitingWishes(job.db, ownerId)) {
      job.signal.throwIfAborted();
      await settleWish(job, ownerId, id);
    }
  }),
);

/** Pairings in which one manages another, those whose news may have grown old, and those whose day comes near. */
async function selectToLookThrough(db: Db, ownerId: string, now: Date): Promise<string[]> {
  const lately = new Date(now.getTime() - 20 * dayMs);
  // A day more on either side: a school's clock may be ahead of this one, and the work may have slept.
  const [past, near] = [-8, lookAgainAhead + 1].map((days) => addDays(dateIn(now, 'UTC'), days));
  const { rows } = await sql<{ id: string }>`
    select p.circle_id as id from pairing p
    where p.owner_id = ${ownerId} and (p.ended_at > ${lately} or p.ended_at is null and p.agreed_at > ${lately})
    union
    select c.id from coaching c where c.owner_id = ${ownerId} and c.look_again_on between ${past} and ${near}
    union
    select p.circle_id from pairing p
    join pairing_person x on x.owner_id = p.owner_id and x.pairing_id = p.id
    join pairing_person y on y.owner_id = p.owner_id and y.pairing_id = p.id
    join line_management l on l.owner_id = p.owner_id and l.manager_id = x.person_id and l.person_id = y.person_id
    where p.owner_id = ${ownerId} and x.owner_id = ${ownerId} and y.owner_id = ${ownerId} and l.owner_id = ${ownerId}
      and p.ended_at is null`.execute(db);
  return rows.map(({ id }) => id);
}
