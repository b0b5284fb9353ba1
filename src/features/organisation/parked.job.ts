import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { administrators } from '#features/people/index.ts';
import { selectParked } from './parked.queries.ts';

export const parkedNotice = 'messages-parked';

/**
 * Makes the lists of a school's administrators say whether messages did not get through. Whoever puts it aside sees
 * it again when that failure was dealt with and another one waits.
 */
export async function settleParked(db: Db, organisationId: string, today: string, now: Date): Promise<void> {
  const oldest = (await selectParked(db, organisationId))[0];
  const staff = await db
    .selectFrom('member as m')
    .select('m.person_id as personId')
    .select((of) =>
      of
        .exists(
          of
            .selectFrom('appointment as a')
            .select('a.id')
            .where('a.owner_id', '=', organisationId)
            .whereRef('a.person_id', '=', 'm.person_id')
            .where('a.role', 'in', administrators)
            .where(current('a', today)),
        )
        .as('administers'),
    )
    .where('m.owner_id', '=', organisationId)
    .where('m.kind', '=', 'staff')
    .execute();
  const tellOf = oldest ? staff.filter(({ administers }) => administers) : [];
  await settleMatter(
    db,
    {
      fromOwner: organisationId,
      itemId: organisationId,
      personIds: staff.map(({ personId }) => personId),
    },
    tellOf.map(({ personId }) => ({
      personId,
      kind: parkedNotice,
      subjectKey: `${oldest!.id} ${oldest!.dueAt.toISOString()}`,
      href: '/school/messages',
      dueAt: null,
    })),
    now,
  );
}

/** Each hour, for messages that were given up since. */
export const parkedJob = every('school.parked-messages', { hourlyAt: 25 }, (job) =>
  eachOrganisation(job.db, job.signal, ({ id, zone }) =>
    settleParked(job.db, id, todayIn(job.now(), zone), job.now()),
  ),
);
