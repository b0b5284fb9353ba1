import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Booking, Stretch } from './booking.ts';
import { takenSelect } from './taken.ts';

export const bookingColumns = sql`b.id, b.room_id as "thingId", r.name as thing, b.on_date as "on",
  to_char(b.starts_at, 'HH24:MI') as "from", to_char(b.ends_at, 'HH24:MI') as "until", b.how_many as "howMany",
  b.purpose, b.booked_by as "bookedBy", p.name, b.series_id as "seriesId", b.agreed_at is not null as agreed, b.version,
  b.ended_at as "endedAt", b.ended_by as "endedBy", b.ended_why as "endedWhy"`;

/** One booking, also one that was taken back. `locked` holds it until the change is written. Throws `NotFound`. */
export async function selectBooking(db: Db, owner: string, id: string, locked = false): Promise<Booking> {
  const { rows } = isId(id)
    ? await sql<Booking>`select ${bookingColumns} from booking b
        join room r on r.owner_id = ${owner} and r.id = b.room_id join person p on p.id = b.booked_by
        where b.owner_id = ${owner} and b.id = ${id} ${locked ? sql`for update of b` : sql``}`.execute(db)
    : { rows: [] };
  if (!rows[0]) throw new NotFound('No booking is at this address.');
  return rows[0];
}

/** Something that takes a thing at a time one wants it, in words. */
export interface InTheWay extends Stretch {
  /** Whose booking it is; null for a lesson. */
  name: string | null;
  says: string;
}

/**
 * Of the stretches wanted those at which fewer than `howMany` are free, each with what is in the way. The most that is
 * taken at one moment counts, so that two bookings one after the other take a thing once. A booking that is being
 * changed is not in its own way.
 */
export async function selectInTheWay(
  db: Db,
  owner: string,
  wanted: readonly Stretch[],
  { thingId, howMany, of, but }: { thingId: string; howMany: number; of: number; but?: string | undefined },
): Promise<InTheWay[]> {
  const days = wanted.map(({ on }) => on).toSorted();
  const { rows } = await sql<InTheWay>`
    with wanted as (
      select w.on_date, w.starts_at, w.ends_at from unnest(${wanted.map(({ on }) => on)}::date[],
        ${wanted.map(({ from }) => from)}::text[], ${wanted.map(({ until }) => until)}::text[])
        w (on_date, starts_at, ends_at)
    ), taken as (
      select k.*, w.starts_at as wanted_from, w.ends_at as wanted_until
      from (${takenSelect(owner, { from: days[0]!, until: days.at(-1)! })}) k
      join wanted w on w.on_date = k.on_date and w.starts_at < k.ends_at and k.starts_at < w.ends_at
      where k.room_id = ${thingId} and (k.booking_id is null or k.booking_id is distinct from ${but ?? null}::uuid)
    ), full_at as (
      select distinct m.on_date, m.wanted_from from taken m
      where (select sum(t.how_many) from taken t where t.on_date = m.on_date and t.wanted_from = m.wanted_from
        and t.starts_at <= greatest(m.starts_at, m.wanted_from)
        and t.ends_at > greatest(m.starts_at, m.wanted_from)) + ${howMany} > ${of}
    )
    select t.on_date as "on", t.starts_at as "from", t.ends_at as "until", n.name, t.says
    from taken t join full_at f on f.on_date = t.on_date and f.wanted_from = t.wanted_from
    left join person n on n.id = t.who
    order by t.on_date, t.starts_at limit 40`.execute(db);
  return rows;
}

/** Things of the same kind, as large or as many, that are free at a time; the smallest that will do first. */
export async function selectFree(
  db: Db,
  owner: string,
  { on, from, until }: Stretch,
  like: { thingId: string; kind: string; seats: number | null; howMany: number },
): Promise<{ id: string; name: string; seats: number | null }[]> {
  const { rows } = await sql<{ id: string; name: string; seats: number | null }>`
    select r.id, r.name, r.seats from room r
    where r.owner_id = ${owner} and r.kind = ${like.kind} and r.ended_at is null and r.bookable = 'staff'
      and r.id <> ${like.thingId} and r.how_many >= ${like.howMany}
      and (${like.seats}::int is null or r.seats is null or r.seats >= ${like.seats}::int)
      and not exists (select 1 from (${takenSelect(owner, { from: on, until: on })}) k
        where k.room_id = r.id and k.starts_at < ${until} and ${from} < k.ends_at)
    order by r.seats nulls last, r.sort_name limit 5`.execute(db);
  return rows;
}
