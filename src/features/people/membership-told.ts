import { z } from 'zod';
import type { Services } from '#platform/http/context.ts';
import type { Handler } from '#platform/http/feature.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every, type RecurringJob } from '#platform/jobs/recurring.ts';
import { record } from '#platform/audit/record.ts';
import { today } from '#platform/calendar/dates.ts';
import { transaction } from '#platform/db/transaction.ts';
import { affiliate, endAffiliation } from './affiliations.ts';
import { endMember } from './members.ts';

const about = z.object({ personId: z.uuid() });

/** What follows from joining and leaving a school in the rows that the person owns. */
export const membershipHandlers: Record<string, Handler> = {
  'person.added': (services, { ownerId, body }) =>
    affiliate(services.db, [about.parse(body).personId], ownerId, services.now()),
  'member.returned': (services, { ownerId, body }) =>
    affiliate(services.db, [about.parse(body).personId], ownerId, services.now()),
  'member.left': (services, { ownerId, body }) =>
    endAffiliation(services.db, about.parse(body).personId, ownerId, services.now()),
};

/** Ends, the day after, the membership of those whose last day is over; one organisation at a time. */
export const endMembershipsJob = (services: Services): RecurringJob =>
  every('people.leaving', { hourlyAt: 12 }, async ({ db, now, signal }) => {
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
    services.nudge();
  });
