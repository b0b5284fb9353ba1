import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { action, members, see } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { bookingInput, mustEndInTime, seriesInput, stretchOf, wrongTimes } from './booking-input.ts';
import { bookingHref, dayHref, newBookingPath, type Stretch } from './booking.ts';
import { keepsBookings } from './bookings.access.ts';
import { holdFree } from './hold-free.ts';
import { newBookingPage } from './new-booking.page.ts';
import { selectWeekly } from './school-days.ts';

/** Books a thing for one stretch, or for the same one each week. Nobody else has it then. */
export const book = action(newBookingPath, {
  purpose: 'administration',
  access: members('staff'),
  page: newBookingPage,
  input: z.object({ ...bookingInput, ...seriesInput }),
  alsoWrong: ({ today }, readable) => wrongTimes(readable, today),
  async run(change, sent) {
    const { tx, organisationId: owner, who, now } = change;
    const first = stretchOf(sent, change.today);
    mustEndInTime(sent.day, sent.weekly_until);
    const days =
      sent.weekly_until === null
        ? [sent.day]
        : await selectWeekly(tx, owner, { from: sent.day, until: sent.weekly_until });
    const wanted: Stretch[] = days.map((on) => ({ ...first, on }));
    const { thing, free } = await holdFree(change, wanted, {
      thingId: sent.thing,
      howMany: sent.how_many,
      leaveOut: sent.leave_out,
    });
    const isAsked = thing.asksFirst && !keepsBookings(who);
    const seriesId = days.length > 1 ? newId(now) : null;
    const rows = free.map(({ on, from, until }) => ({
      owner_id: owner,
      id: newId(now),
      room_id: thing.id,
      on_date: on,
      starts_at: from,
      ends_at: until,
      how_many: sent.how_many,
      purpose: sent.purpose,
      booked_by: who.personId,
      series_id: seriesId,
      agreed_at: isAsked ? null : now,
      agreed_by: null,
      version: 1,
      created_at: now,
    }));
    await tx.insertInto('booking').values(rows).execute();
    const { id } = rows[0]!;
    await change.record({
      kind: 'booking.made',
      itemId: id,
      body: {
        thingId: thing.id,
        seriesId,
        days: free.map(({ on }) => on),
        from: first.from,
        until: first.until,
      },
      tell: true,
    });
    return see(
      dayHref(free[0]!.on),
      isAsked
        ? t('{thing} is asked for. You hear when somebody has said yes.', { thing: thing.name })
        : tn(
            free.length,
            '{thing} is booked for {day}.',
            '{thing} is booked for {n} days, the first being {day}.',
            { thing: thing.name, day: formatDate(free[0]!.on, 'weekday') },
          ),
      bookingHref(id, seriesId === null ? 'end' : 'undo-weekly'),
    );
  },
});
