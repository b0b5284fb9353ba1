import { sql } from 'kysely';
import { type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Booking } from './booking.ts';
import { bookingColumns } from './booking.queries.ts';

/** A part of Today: what one has booked for this day. */
export const bookingsOnToday = (who: Who, { today }: Given<{ today: string }>): List<Booking> =>
  list<Booking>(
    sql`select ${bookingColumns} from booking b
      join room r on r.owner_id = ${who.organisationId} and r.id = b.room_id join person p on p.id = b.booked_by
      where b.owner_id = ${who.organisationId} and b.booked_by = ${who.personId} and b.ended_at is null
        and b.on_date = ${today} and ${who.standing.kind === 'staff' ? sql`true` : sql`false`}
      order by b.starts_at limit 6`,
    { endedAt: 'moment' },
  );
