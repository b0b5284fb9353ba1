import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { addDays, today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { eachOrganisation, type OrganisationInTurn } from '#platform/jobs/each-organisation.ts';
import { told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { endOtherNotices } from '#platform/notices/end-other-notices.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { bookingHref } from './booking.ts';
import { agreeNotice, collidesNotice, endedNotice } from './bookings.notices.ts';
import { bookingKeepers } from './bookings.access.ts';
import { takenSelect } from './taken.ts';

/** So far ahead bookings are looked at for lessons that came in their way, in days. */
const horizon = 60;
/** What a colleague took back is told for so long, in days. */
const toldFor = 14;

interface Told {
  id: string;
  on: string;
  from: string;
  personId: string;
  kind: string;
}

/**
 * Makes everybody's lists say what is true of bookings now: those that wait for a yes, those that somebody else took
 * back, and those in whose way a lesson or another booking came later. Worked out from how things stand, so that told
 * twice it comes to the same.
 */
async function settleBookings(db: Db, { id: owner, zone }: OrganisationInTurn, now: Date): Promise<void> {
  const today = todayIn(now, zone);
  const until = addDays(today, horizon);
  // Beside a booking: lessons and earlier bookings at its time. What counts is the most that is out at one moment.
  const { rows } = await sql<Told>`
    with beside as (
      select b.id, greatest(t.starts_at, to_char(b.starts_at, 'HH24:MI')) as starts_at, t.ends_at, t.how_many
      from booking b
      join (${takenSelect(owner, { from: today, until })}) t on t.room_id = b.room_id and t.on_date = b.on_date
        and t.starts_at < to_char(b.ends_at, 'HH24:MI') and to_char(b.starts_at, 'HH24:MI') < t.ends_at
      left join booking e on e.owner_id = ${owner} and e.id = t.booking_id
      where b.owner_id = ${owner} and b.ended_at is null and b.on_date between ${today} and ${until}
        and (t.booking_id is null or (e.created_at, e.id) < (b.created_at, b.id))
    )
    select b.id, b.on_date as "on", to_char(b.starts_at, 'HH24:MI') as "from", k.person_id as "personId",
      ${agreeNotice}::text as kind
    from booking b join (
      select distinct a.person_id from appointment a where a.owner_id = ${owner}
        and a.role = any(${[...bookingKeepers]}::text[]) and ${current('a', today)}) k on true
    where b.owner_id = ${owner} and b.ended_at is null and b.agreed_at is null and b.on_date >= ${today}
      and not exists (select 1 from booking e where e.owner_id = ${owner} and e.series_id = b.series_id
        and e.ended_at is null and e.agreed_at is null and e.on_date < b.on_date and e.on_date >= ${today})
    union all
    select b.id, b.on_date, to_char(b.starts_at, 'HH24:MI'), b.booked_by, ${endedNotice}::text from booking b
    where b.owner_id = ${owner} and b.ended_by <> b.booked_by and b.ended_at is not null and b.on_date >= ${today}
      and b.ended_at >= ${new Date(now.getTime() - toldFor * 86_400_000)}
    union all
    select b.id, b.on_date, to_char(b.starts_at, 'HH24:MI'), b.booked_by, ${collidesNotice}::text from booking b
    join room r on r.owner_id = ${owner} and r.id = b.room_id
    where b.owner_id = ${owner} and b.ended_at is null and b.on_date between ${today} and ${until}
      and (b.how_many > r.how_many or exists (select 1 from beside m where m.id = b.id and b.how_many + (select sum(t.how_many) from beside t
        where t.id = b.id and t.starts_at <= m.starts_at and t.ends_at > m.starts_at) > r.how_many))`.execute(
    db,
  );
  const wanted = rows.map(({ id, on, from, personId, kind }): Notice => ({
    personId,
    fromOwner: owner,
    itemId: id,
    kind,
    subjectKey: id,
    href: bookingHref(id),
    dueAt: instantAt(on, from, zone),
  }));
  for (const kind of [agreeNotice, endedNotice, collidesNotice]) {
    const those = wanted.filter((each) => each.kind === kind);
    await endOtherNotices(db, owner, kind, those, now);
    if (those.length > 0) await remindOf(db, those, now);
  }
}

/** What changes what waits for whom. */
const changes = [
  'booking.made',
  'booking.changed',
  'booking.ended',
  'booking.restored',
  'booking.agreed',
  'equipment.changed',
];

export const bookingHandlers = [
  told(changes, z.object({}), async ({ ownerId }, { db, now }) => {
    const school = await db
      .selectFrom('organisation')
      .select(['id', 'time_zone as zone'])
      .where('id', '=', ownerId)
      .executeTakeFirstOrThrow();
    await settleBookings(db, school, now());
  }),
];

/** Each morning, before people come in: timetables change without a booking's knowing. */
export const bookingsJob = every('bookings.settle', { dailyAt: '05:20' }, (job) =>
  eachOrganisation(job.db, job.signal, (organisation) => settleBookings(job.db, organisation, job.now())),
);
