import { z } from 'zod';
import { today as todayIn } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { followUpHandler, settleFollowUps } from './follow-ups/follow-up.handler.ts';
import { selectZone } from './looked-after.ts';
import { settleLooks, settleRewards, type Then } from './settle.ts';

const thenOf = async (db: Db, owner: string, now: Date): Promise<Then> => ({
  owner,
  today: todayIn(now, await selectZone(db, owner)),
  now,
});

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
    await settleLooks(db, then, body.eventIds);
    if (kind !== 'behaviour.shown' && kind !== 'behaviour.kept') await settleRewards(db, then, body.pupilIds);
  },
);

const settleGiven = told(
  ['behaviour-reward.given', 'behaviour-reward.taken-back'],
  z.object({ pupilIds: z.array(z.uuid()) }),
  async ({ ownerId, body }, { db, now }) =>
    settleRewards(db, await thenOf(db, ownerId, now()), body.pupilIds),
);

/** What is given changed, so everybody is looked at again. */
const settleAllRewards = told(
  [
    'behaviour-reward.added',
    'behaviour-reward.changed',
    'behaviour-reward.ended',
    'behaviour-reward.restored',
  ],
  z.object({}),
  async ({ ownerId }, { db, now }) => settleRewards(db, await thenOf(db, ownerId, now())),
);

export const behaviourHandlers = [settleEvents, settleGiven, settleAllRewards, followUpHandler];

/**
 * Every hour, because each school has a midnight of its own: another term begins and counts anew, tutors change, a
 * grown-up is told no more, a day with somebody is over. The same few statements for a school of any size.
 */
export const behaviourJob = every('behaviour.settle', { hourlyAt: 10 }, (job) =>
  eachOrganisation(job.db, job.signal, async ({ id: owner, zone }) => {
    const then = { owner, today: todayIn(job.now(), zone), now: job.now() };
    await settleRewards(job.db, then);
    await settleLooks(job.db, then);
    await settleFollowUps(job.db, { id: owner, zone }, job.now());
  }),
);
