import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import type { Who } from '#platform/access/who.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { inNaturalOrder } from '#platform/i18n/in-natural-order.ts';
import { timetabledDays } from '#features/timetable/index.ts';
import type { Block } from './blocks.ts';
import type { Booking, Thing } from './booking.ts';
import { bookingColumns } from './booking.queries.ts';
import { keepsBookings } from './bookings.access.ts';
import { takenSelect } from './taken.ts';

/** What takes a thing on the day: a lesson, or somebody's booking. */
export interface Taken {
  thingId: string;
  from: string;
  until: string;
  howMany: number;
  /** Null for a lesson. */
  bookingId: string | null;
  name: string | null;
  says: string;
}

/** What somebody looks for: as many seats, and words of the name or the note. */
export interface DayFilter {
  day: string;
  seats: number;
  words: string;
}

/** So many of one's own bookings are shown. */
const mostOwn = 20;

const ask = composed((who, { day, seats, words, today }: Given<DayFilter & { today: string }>) => {
  const owner = who.organisationId;
  const bookings = (where: ReturnType<typeof sql>) =>
    list<Booking>(
      sql`select ${bookingColumns} from booking b join room r on r.owner_id = ${owner} and r.id = b.room_id
        join person p on p.id = b.booked_by
        where b.owner_id = ${owner} and b.ended_at is null and b.on_date >= ${today} and ${where}
        order by b.on_date, b.starts_at, b.id limit ${mostOwn}`,
      { endedAt: 'moment' },
    );
  return {
    blocks: list<Block>(sql`select p.name, to_char(p.starts_at, 'HH24:MI') as "from",
        to_char(p.ends_at, 'HH24:MI') as "until"
      from (${timetabledDays(owner, { from: day, until: day })}) d
      join period p on p.owner_id = ${owner} and p.timetable_id = d.timetable_id and p.weekday = d.weekday
        and p.ended_at is null
      order by p.starts_at`),
    things: list<Thing>(sql`select r.id, r.kind, r.name, r.seats, r.note, r.how_many as "howMany", r.bookable,
        r.asks_first as "asksFirst"
      from room r
      where r.owner_id = ${owner} and r.ended_at is null and r.bookable <> 'nobody'
        and (${seats}::int = 0 or r.kind = 'equipment' or coalesce(r.seats, 0) >= ${seats}::int)
        and (${words}::text = '' or r.sort_name like '%' || ${words} || '%' or lower(r.note) like '%' || ${words} || '%')
      order by r.kind desc, r.sort_name, r.id limit 200`),
    taken: list<Taken>(sql`select k.room_id as "thingId", k.starts_at as "from", k.ends_at as "until",
        k.how_many as "howMany", k.booking_id as "bookingId", n.name, k.says
      from (${takenSelect(owner, { from: day, until: day })}) k left join person n on n.id = k.who
      order by k.starts_at`),
    own: bookings(sql`b.booked_by = ${who.personId}`),
    asked: bookings(keepsBookings(who) ? sql`b.agreed_at is null` : sql`false`),
  };
});

/** The day as one picture: columns, rows, what is taken, one's own bookings to come, and those that wait for a yes. */
export async function selectDay(db: Db, who: Who, { words, ...given }: DayFilter & { today: string }) {
  const { things, ...day } = await ask(db, who, { ...given, words: comparable(words) });
  const byKind = Map.groupBy(things, ({ kind }) => kind);
  return { ...day, things: [...byKind.values()].flatMap(inNaturalOrder) };
}
