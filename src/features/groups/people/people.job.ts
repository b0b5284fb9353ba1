import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleWaiting } from './people-waits.ts';

/** Each night, for what changes without an event: a last day that passed, a group that was closed. */
export const peopleNoticesJob = every('groups.people', { dailyAt: '03:50' }, (job) =>
  eachOrganisation(job.db, job.signal, async ({ id: ownerId }) => {
    const groups = await job.db
      .selectFrom('programme')
      .select('id')
      .where('owner_id', '=', ownerId)
      .where('sort', '=', 'group')
      .where((row) => row.or([row('closed_at', 'is', null), row('closed_at', '>', weekBefore(job.now()))]))
      .execute();
    for (const { id } of groups) {
      job.signal.throwIfAborted();
      await settleWaiting(job, ownerId, id);
    }
  }),
);

const weekBefore = (now: Date): Date => new Date(now.getTime() - 7 * 24 * 3_600_000);
