import { z } from 'zod';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { record } from '#platform/audit/record.ts';
import { today } from '#platform/calendar/dates.ts';
import { transaction } from '#platform/db/transaction.ts';
import { affiliate, endAffiliation } from './affiliations.ts';
import { endMember } from './members.ts';

const about = z.object({ personId: z.uuid() });

/** What follows from joining and leaving a school in the rows that the person owns. */
export const membershipHandlers = [
  told(['person.added', 'member.returned'], about, ({ ownerId, body }, { db, now }) =>
    affiliate(db, [body.personId], ownerId, now()),
  ),
  told('member.left', about, ({ ownerId, body }, { db, now }) =>
    endAffiliation(db, body.personId, ownerId, now()),
  ),
];

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
