import { z } from 'zod';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { settleNotices } from './settle-notices.ts';

/** What changes who is asked for what. */
const changes = [
  'staff-absence.said',
  'staff-absence.changed',
  'staff-absence.taken-back',
  'staff-absence.restored',
  'cover.arranged',
  'cover.planned',
  'cover.taken-back',
  'cover.accepted',
  'cover.declined',
  'cover.not-declined',
];

/** Whoever is asked, whoever is needed no more, and whoever keeps cover hear at once. */
const settleAtOnce = told(changes, z.object({}), async ({ ownerId }, { db, now }) => {
  const school = await db
    .selectFrom('organisation')
    .select(['id', 'time_zone as zone'])
    .where('id', '=', ownerId)
    .executeTakeFirstOrThrow();
  await settleNotices(db, school, now());
});

export const coverHandlers = [settleAtOnce];

/** Every hour: what is over waits for nobody, and what comes near does. */
export const coverJob = every('cover.notices', { hourlyAt: 10 }, (job) =>
  eachOrganisation(job.db, job.signal, (organisation) => settleNotices(job.db, organisation, job.now())),
);
