import { z } from 'zod';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import type { Db } from '#platform/db/database.ts';
import { type Job, told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { record } from '#platform/audit/record.ts';
import { today } from '#platform/calendar/dates.ts';
import { transaction } from '#platform/db/transaction.ts';
import { bringBack, putAway, selectMatters } from '#platform/notices/put-away.ts';
import { affiliate, endAffiliation } from './affiliations.ts';
import { endMember } from './members.ts';

const about = z.object({ personId: z.uuid() });

/** What follows from joining and leaving a school in the rows that the person owns. */
export const membershipHandlers = [
  told(['person.added', 'member.returned'], about, ({ ownerId, body }, { db, now }) =>
    affiliate(db, [body.personId], ownerId, now()),
  ),
  told('member.left', about, async ({ ownerId, body, createdAt }, job) => {
    await endAffiliation(job.db, body.personId, ownerId, job.now());
    await putAwayOf(job, ownerId, body.personId, createdAt);
  }),
  told(
    'member.returned',
    about.extend({ leftAt: z.iso.datetime().optional() }),
    async ({ ownerId, body: { personId, leftAt } }, { db }) => {
      if (!leftAt) return;
      const fromOwners = await selectColleagues(db, ownerId, personId);
      await bringBack(db, { personId, fromOwners }, new Date(leftAt));
    },
  ),
];

/** Nothing of a school, or of those who belong to it, waits any more for who has left it; unless they are back. */
export async function putAwayOf({ db }: Job, ownerId: string, personId: string, leftAt: Date): Promise<void> {
  const belongs = await db
    .selectFrom('member')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (belongs) return;
  const fromOwners = await selectColleagues(db, ownerId, personId);
  await putAway(db, { personId, fromOwners }, leftAt);
}

/** Of those from whom somebody has notices: the school, and its people but themself. */
async function selectColleagues(db: Db, ownerId: string, personId: string): Promise<string[]> {
  const { fromOwners } = await selectMatters(db, personId);
  const others = fromOwners.filter((id) => id !== personId);
  if (others.length === 0) return [];
  const colleagues = await db
    .selectFrom('member')
    .select('person_id as personId')
    .where('owner_id', '=', ownerId)
    .where('person_id', 'in', others)
    .execute();
  return [ownerId, ...colleagues.map((each) => each.personId)];
}

/** Ends, the day after, the membership of those whose last day is over; one organisation at a time. */
export const endMembershipsJob = every('people.leaving', { hourlyAt: 12 }, async (job) => {
  const { db, signal } = job;
  const now = job.now();
  await eachOrganisation(db, signal, async ({ id, zone }) => {
    const leaving = await db
      .selectFrom('member')
      .select(['person_id as personId', 'ends_on as lastDay'])
      .where('owner_id', '=', id)
      .where('ended_at', 'is', null)
      .where('ends_on', '<', today(now, zone))
      .$narrowType<{ lastDay: string }>()
      .execute();
    for (const { personId, lastDay } of leaving)
      await transaction(db, async (tx) => {
        await endMember(tx, id, personId, lastDay, now);
        await record(
          tx,
          null,
          { ownerId: id, kind: 'member.left', itemId: personId, body: { personId, lastDay }, tell: true },
          now,
        );
      });
  });
  job.nudge();
});
