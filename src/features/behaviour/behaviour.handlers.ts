import { sql } from 'kysely';
import { z } from 'zod';
import { today as todayIn } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { eventHref, rewardsPath } from './addresses.ts';
import { followUpHandler, settleFollowUp } from './follow-ups/follow-up.handler.ts';
import { selectLookedAfterBy, selectStaff, selectZone } from './looked-after.ts';
import { lookNotice, rewardNotice } from './notices.ts';
import { reachedRewards } from './rewards/reached.ts';

/** The school where and when something is worked out. */
interface Then {
  owner: string;
  today: string;
  now: Date;
}

const thenOf = async (db: Db, owner: string, now: Date): Promise<Then> => ({
  owner,
  today: todayIn(now, await selectZone(db, owner)),
  now,
});

/**
 * Makes the lists of staff say which rewards wait for these pupils. Worked out from what stands, so that told twice, or
 * in another order, it comes to the same.
 */
async function settleRewards(
  db: Db,
  { owner, today, now }: Then,
  pupilIds: readonly string[],
): Promise<void> {
  if (pupilIds.length === 0) return;
  const { rows } = await sql<{ rewardId: string; pupilId: string; since: string }>`
    select x.reward_id as "rewardId", x.pupil_id as "pupilId", x.since::text as since
    from (${reachedRewards(owner, today)}) x
    where not x.is_given and x.pupil_id = any(${pupilIds}::uuid[])`.execute(db);
  const staff = await selectStaff(db, owner);
  for (const pupilId of pupilIds) {
    const those = rows.filter((row) => row.pupilId === pupilId);
    const lookers = those.length === 0 ? [] : await selectLookedAfterBy(db, owner, pupilId, today);
    await settleMatter(
      db,
      { fromOwner: owner, itemId: pupilId, personIds: staff, kinds: [rewardNotice] },
      lookers.flatMap((personId) =>
        those.map(({ rewardId, since }) => ({
          personId,
          kind: rewardNotice,
          subjectKey: `${pupilId} ${rewardId} ${since}`,
          href: rewardsPath,
          dueAt: null,
        })),
      ),
      now,
    );
  }
}

/** Makes the lists of staff say that an event waits until somebody has looked, as long as it does. */
async function settleLook(db: Db, { owner, today, now }: Then, eventId: string): Promise<void> {
  const event = await db
    .selectFrom('behaviour_event')
    .select(['pupil_id', 'seen', 'ended_at', 'written_by'])
    .where('owner_id', '=', owner)
    .where('id', '=', eventId)
    .executeTakeFirst();
  if (!event) return;
  const waits = event.seen === 'waiting' && event.ended_at === null;
  const lookers = waits ? await selectLookedAfterBy(db, owner, event.pupil_id, today) : [];
  // Whoever wrote it wanted somebody else to look, where there is anybody.
  const others = lookers.filter((personId) => personId !== event.written_by);
  await settleMatter(
    db,
    { fromOwner: owner, itemId: eventId, personIds: await selectStaff(db, owner), kinds: [lookNotice] },
    (others.length > 0 ? others : lookers).map((personId) => ({
      personId,
      kind: lookNotice,
      subjectKey: eventId,
      href: eventHref(eventId),
      dueAt: null,
    })),
    now,
  );
}

const settleEvents = told(
  [
    'behaviour.noted',
    'behaviour.changed',
    'behaviour.taken-back',
    'behaviour.restored',
    'behaviour.shown',
    'behaviour.kept',
  ],
  z.object({ pupilIds: z.array(z.uuid()), eventIds: z.array(z.uuid()) }),
  async ({ ownerId, kind, body }, { db, now }) => {
    const then = await thenOf(db, ownerId, now());
    for (const eventId of body.eventIds) await settleLook(db, then, eventId);
    if (kind !== 'behaviour.shown' && kind !== 'behaviour.kept') await settleRewards(db, then, body.pupilIds);
  },
);

const settleGiven = told(
  ['behaviour-reward.given', 'behaviour-reward.taken-back'],
  z.object({ pupilIds: z.array(z.uuid()) }),
  async ({ ownerId, body }, { db, now }) =>
    settleRewards(db, await thenOf(db, ownerId, now()), body.pupilIds),
);

/** What is given changed, so everybody who had something go well this year is looked at again. */
const settleAllRewards = told(
  [
    'behaviour-reward.added',
    'behaviour-reward.changed',
    'behaviour-reward.ended',
    'behaviour-reward.restored',
  ],
  z.object({}),
  async ({ ownerId }, { db, now }) => settleAll(db, await thenOf(db, ownerId, now())),
);

async function settleAll(db: Db, then: Then): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct e.pupil_id as id from behaviour_event e
    where e.owner_id = ${then.owner} and e.tone = 'positive' and e.happened_on > ${then.today}::date - 400
    order by 1`.execute(db);
  await settleRewards(
    db,
    then,
    rows.map(({ id }) => id),
  );
}

export const behaviourHandlers = [settleEvents, settleGiven, settleAllRewards, followUpHandler];

/**
 * Every night: another term begins and counts anew, teachers change, a grown-up is told no more. A school that noted
 * nothing costs two statements.
 */
export const behaviourJob = every('behaviour.settle', { dailyAt: '03:10' }, (job) =>
  eachOrganisation(job.db, job.signal, async ({ id: owner, zone }) => {
    const then = { owner, today: todayIn(job.now(), zone), now: job.now() };
    await settleAll(job.db, then);
    const planned = await job.db
      .selectFrom('behaviour_follow_up')
      .select('id')
      .where('owner_id', '=', owner)
      .where('state', '=', 'planned')
      .execute();
    for (const { id } of planned) await settleFollowUp(job.db, { id: owner, zone }, id, job.now());
  }),
);
