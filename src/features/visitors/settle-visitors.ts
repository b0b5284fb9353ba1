import { sql } from 'kysely';
import { z } from 'zod';
import { addDays, today as todayIn } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { tellHost } from './tell-host.ts';
import { cameNotice } from './visitors.notices.ts';
import { usualKeepDays, visitorHref } from './visitors.ts';

/** Makes lists say who has come to see whom today and is here still. Told twice it comes to the same. */
async function settleCame(db: Db, { id: owner, zone }: OrganisationInTurn, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string; personId: string }>`
    select v.id, v.host_id as "personId" from visitor v
    where v.owner_id = ${owner} and v.on_date = ${todayIn(now, zone)} and v.ended_at is null and v.arrived_at is not null
      and v.left_at is null`.execute(db);
  const those = rows.map(({ id, personId }) => ({
    personId,
    fromOwner: owner,
    itemId: id,
    kind: cameNotice,
    subjectKey: id,
    href: visitorHref(id),
    dueAt: null,
  }));
  await endOtherNotices(db, owner, cameNotice, those, now);
  if (those.length > 0) await remindOf(db, those, now);
}

/** Empties the names of visits that are longer ago than the school keeps them. That somebody came stays. */
async function forgetNames(db: Db, { id: owner, zone }: OrganisationInTurn, now: Date): Promise<void> {
  const settings = await db
    .selectFrom('visitor_settings')
    .select('keep_days')
    .where('owner_id', '=', owner)
    .executeTakeFirst();
  const before = addDays(todayIn(now, zone), -(settings?.keep_days ?? usualKeepDays));
  await db
    .updateTable('visitor')
    .set({ name: '', sort_name: '', organisation: '', purpose: '', place: '', forgotten_at: now })
    .where('owner_id', '=', owner)
    .where('on_date', '<', before)
    .where('forgotten_at', 'is', null)
    .execute();
  // What was written about somebody goes as well, once it has held no more for as long.
  await db
    .updateTable('visitor_caution')
    .set({ name: '', sort_name: '', words: '' })
    .where('owner_id', '=', owner)
    .where('words', '<>', '')
    .where((caution) =>
      caution.or([caution('until_on', '<', before), caution('ended_at', '<', new Date(before))]),
    )
    .execute();
}

/** What stands in lists is settled first, so that a letter finds what it tells of. */
export const visitorHandlers = [
  told(
    ['visitor.arrived', 'visitor.not-arrived', 'visitor.left', 'visitor.not-left', 'visitor.changed'],
    z.object({}),
    async ({ ownerId }, { db, now }) => {
      const school = await db
        .selectFrom('organisation')
        .select(['id', 'time_zone as zone'])
        .where('id', '=', ownerId)
        .executeTakeFirstOrThrow();
      await settleCame(db, school, now());
    },
  ),
  tellHost,
];

/** Every hour, because each school has a midnight of its own: yesterday's visitors wait for nobody, old names go. */
export const visitorsJob = every('visitors.settle', { hourlyAt: 20 }, (job) =>
  eachOrganisation(job.db, job.signal, async (organisation) => {
    await settleCame(job.db, organisation, job.now());
    await forgetNames(job.db, organisation, job.now());
  }),
);
