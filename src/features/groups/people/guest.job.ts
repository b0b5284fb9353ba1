import { today } from '#platform/calendar/dates.ts';
import { record } from '#platform/audit/record.ts';
import type { Db } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { lockProgramme, templateOf } from '#features/programmes/index.ts';
import { settleGuest } from './guest-grants.ts';
import type { StageGuest } from './guest.queries.ts';
import { selectMembershipFacts } from './membership-rules.queries.ts';
import { whyNotAsGuest } from './membership-rules.ts';

interface Doing {
  today: string;
  now: Date;
}

/**
 * Every hour: closes a group again to those whose last day there is over, or who came to manage somebody in a group
 * without line managers; and opens the steps that came into a stage to those who are let in for it.
 */
export const guestsJob = every('groups.guests', { hourlyAt: 7 }, async (job) => {
  const now = job.now();
  await eachOrganisation(job.db, job.signal, async ({ id: ownerId, zone }) => {
    const open = await job.db
      .selectFrom('stage_guest')
      .selectAll()
      .where('owner_id', '=', ownerId)
      .where('ended_at', 'is', null)
      .orderBy('programme_id')
      .execute();
    for (const guest of open) {
      job.signal.throwIfAborted();
      await transaction(job.db, (tx) => lookAgain(tx, guest, { today: today(now, zone), now }));
    }
  });
  job.nudge();
});

async function lookAgain(tx: Db, guest: StageGuest, { today: on, now }: Doing): Promise<void> {
  const { owner_id: ownerId, programme_id: programmeId, person_id: personId } = guest;
  const group = { owner_id: ownerId, id: programmeId };
  await lockProgramme(tx, group);
  if (guest.until_on < on || !(await mayStay(tx, group, personId, on))) {
    const ended = await tx
      .updateTable('stage_guest')
      .set({ ended_at: now })
      .where('owner_id', '=', ownerId)
      .where('id', '=', guest.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows > 0n)
      await record(
        tx,
        null,
        {
          ownerId,
          kind: 'group.guest-ended',
          itemId: programmeId,
          body: { personId, stage: guest.stage },
          tell: true,
        },
        now,
      );
  }
  await settleGuest(tx, group, personId, { today: on, by: guest.let_in_by, now });
}

/** Whoever came into the group meanwhile stays let in as well; only what keeps people out of a stage ends it. */
async function mayStay(
  tx: Db,
  group: { owner_id: string; id: string },
  personId: string,
  on: string,
): Promise<boolean> {
  const programme = await tx
    .selectFrom('programme')
    .select(['owner_id', 'template_id', 'template_version'])
    .where('owner_id', '=', group.owner_id)
    .where('id', '=', group.id)
    .executeTakeFirstOrThrow();
  const protocol = await templateOf(tx, programme);
  const { person, people } = await selectMembershipFacts(tx, group, personId, on);
  const obstacle = whyNotAsGuest(person, { protocol, people });
  return obstacle === undefined || obstacle.kind === 'in-it';
}
