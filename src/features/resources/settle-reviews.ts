import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { resourceHref } from './addresses.ts';
import { reviewNotice } from './review.notices.ts';

/** Makes authors' lists say which pages they wished to look at again by now; told twice it comes to the same. */
async function settleReviews(db: Db, { id: owner, zone }: OrganisationInTurn, now: Date): Promise<void> {
  const today = todayIn(now, zone);
  const { rows } = await sql<{ id: string; personId: string; on: string }>`
    select r.id, i.author_id as "personId", r.review_on as "on" from resource r
    join item i on i.owner_id = ${owner} and i.id = r.id and i.ended_at is null
    join member m on m.owner_id = ${owner} and m.person_id = i.author_id and m.kind = 'staff' and ${current('m', today)}
    where r.owner_id = ${owner} and r.review_on <= ${today} limit 5000`.execute(db);
  const wanted = rows.map(({ id, personId, on }) => ({
    personId,
    fromOwner: owner,
    itemId: id,
    kind: reviewNotice,
    subjectKey: `${id} ${on}`,
    href: resourceHref(id),
    dueAt: instantAt(on, '16:00', zone),
  }));
  await endOtherNotices(db, owner, reviewNotice, wanted, now);
  if (wanted.length > 0) await remindOf(db, wanted, now);
}

export const settleReviewsNow = told(
  ['resource.changed', 'resource.ended', 'resource.restored'],
  z.object({}),
  async ({ ownerId }, { db, now }) => {
    const school = await db
      .selectFrom('organisation')
      .select(['id', 'time_zone as zone'])
      .where('id', '=', ownerId)
      .executeTakeFirstOrThrow();
    await settleReviews(db, school, now());
  },
);

/** Each morning: a day comes without anybody's doing. */
export const reviewsJob = every('resources.reviews', { dailyAt: '05:25' }, (job) =>
  eachOrganisation(job.db, job.signal, (organisation) => settleReviews(job.db, organisation, job.now())),
);
