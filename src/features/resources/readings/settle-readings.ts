import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { readingHref } from '../addresses.ts';
import { readingAskedNotice, readingCameNotice } from './reading.notices.ts';

interface School {
  id: string;
  zone: string;
}

interface Waiting {
  id: string;
  resourceId: string;
  askedOf: string;
  askedBy: string;
  on: string | null;
  isAnswered: boolean;
}

/** Makes people's lists say what they are asked to read and what came back; told twice it comes to the same. */
async function settleReadings(db: Db, { id: owner, zone }: School, now: Date): Promise<void> {
  const { rows } = await sql<Waiting>`select k.id, k.resource_id as "resourceId", k.asked_of as "askedOf",
      i.author_id as "askedBy", k.by_date as "on", k.answered_at is not null as "isAnswered"
    from resource_reading k join item i on i.owner_id = ${owner} and i.id = k.id and i.ended_at is null
    join item p on p.owner_id = ${owner} and p.id = k.resource_id and p.ended_at is null
    join member m on m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', todayIn(now, zone))}
      and m.person_id = case when k.answered_at is null then k.asked_of else i.author_id end
    where k.owner_id = ${owner} and k.replied_at is null limit 5000`.execute(db);
  for (const kind of [readingAskedNotice, readingCameNotice]) {
    const came = kind === readingCameNotice;
    const wanted = rows
      .filter(({ isAnswered }) => isAnswered === came)
      .map(({ id, resourceId, askedOf, askedBy, on }) => ({
        personId: came ? askedBy : askedOf,
        fromOwner: owner,
        itemId: id,
        kind,
        subjectKey: id,
        href: readingHref(resourceId, id),
        dueAt: came || on === null ? null : instantAt(on, '16:00', zone),
      }));
    await endOtherNotices(db, owner, kind, wanted, now);
    if (wanted.length > 0) await remindOf(db, wanted, now);
  }
}

export const settleReadingsNow = told(
  [
    'resource.reading-asked',
    'resource.reading-answered',
    'resource.reading-replied',
    'resource.reading-unread',
    'resource.reading-taken-back',
    'resource.reading-restored',
    'resource.ended',
    'resource.restored',
  ],
  z.object({}),
  async ({ ownerId }, { db, now }) => {
    const school = await db
      .selectFrom('organisation')
      .select(['id', 'time_zone as zone'])
      .where('id', '=', ownerId)
      .executeTakeFirstOrThrow();
    await settleReadings(db, school, now());
  },
);
