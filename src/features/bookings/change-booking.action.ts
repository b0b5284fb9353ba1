import { sql } from 'kysely';
import { z } from 'zod';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticked, version } from '#platform/http/input.ts';
import { action, members, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { bookingInput, stretchOf, wrongTimes } from './booking-input.ts';
import { bookingPage } from './booking.page.ts';
import { type Booking, bookingHref, dayHref, type Stretch } from './booking.ts';
import { selectBooking } from './booking.queries.ts';
import { bookingKeepers, keepsBookings, mayChange, wasRefused } from './bookings.access.ts';
import { holdFree } from './hold-free.ts';

const common = { purpose: 'administration', access: members('staff') } as const;

/** The booking of an address, held until the change is written. Throws `NotAllowed` for whoever may not change it. */
async function changeable(change: Change): Promise<Booking> {
  const booking = await selectBooking(change.tx, change.organisationId, change.params.booking!, true);
  if (!mayChange(change.who, booking))
    throw new NotAllowed(
      t('{name} booked this. Ask them whether you can have it.', { name: booking.name }),
      t('Ask whoever booked it.'),
    );
  return booking;
}

const update = (
  { tx, organisationId }: Change,
  ids: readonly string[],
  set: Partial<{
    room_id: string;
    on_date: string;
    starts_at: string;
    ends_at: string;
    how_many: number;
    purpose: string;
    version: number;
    agreed_at: Date | null;
    agreed_by: string | null;
    ended_at: Date | null;
    ended_by: string | null;
    ended_why: string | null;
  }>,
): Promise<unknown> =>
  tx.updateTable('booking').set(set).where('owner_id', '=', organisationId).where('id', 'in', ids).execute();

/** Moves a booking, or says something else of it. What it was stands in what was recorded. */
export const changeBooking = action('/bookings/:booking/change', {
  ...common,
  page: bookingPage,
  input: z.object({ ...bookingInput, version: version() }),
  alsoWrong: ({ today }, readable) => wrongTimes(readable, today),
  async run(change, sent) {
    const before = await changeable(change);
    if (before.endedAt !== null) throw new Refused(t('It was taken back meanwhile.'));
    if (before.version !== sent.version)
      throw new Refused(t('Somebody changed this booking meanwhile. Look at it again.'));
    const wanted = stretchOf(sent, change.today);
    const { thing } = await holdFree(change, [wanted], {
      thingId: sent.thing,
      howMany: sent.how_many,
      but: before.id,
    });
    const more =
      thing.id !== before.thingId ||
      wanted.on !== before.on ||
      wanted.from < before.from ||
      wanted.until > before.until ||
      sent.how_many > before.howMany;
    // A yes is to what was asked for, and not to more.
    const isAsked = thing.asksFirst && !keepsBookings(change.who) && (more || !before.agreed);
    await update(change, [before.id], {
      room_id: thing.id,
      on_date: wanted.on,
      starts_at: wanted.from,
      ends_at: wanted.until,
      how_many: sent.how_many,
      purpose: sent.purpose,
      version: before.version + 1,
      agreed_at: isAsked ? null : change.now,
    });
    await change.record({
      kind: 'booking.changed',
      itemId: before.id,
      body: { before: { ...before }, after: { ...wanted, thingId: thing.id, purpose: sent.purpose } },
      tell: true,
    });
    return see(
      dayHref(wanted.on),
      isAsked && before.agreed
        ? t('The booking is saved, and waits for a yes again.')
        : t('The booking is saved.'),
    );
  },
});

/** Takes a booking back; that of a colleague with a reason, which they hear. */
export const endBooking = action('/bookings/:booking/end', {
  ...common,
  page: bookingPage,
  input: z.object({ why: z.string().trim().max(200).default(''), all: ticked() }),
  async run(change, { why, all }) {
    const booking = await changeable(change);
    // The reason of whoever was first stands.
    if (booking.endedAt !== null) throw new Refused(t('It was taken back already.'));
    const isOwn = booking.bookedBy === change.who.personId;
    if (!isOwn && why === '')
      throw new Refused({ why: t('Say why, so that {name} can plan anew.', { name: booking.name }) });
    const ids = all && booking.seriesId !== null ? await laterOf(change, booking) : [booking.id];
    await update(change, ids, {
      ended_at: change.now,
      ended_by: change.who.personId,
      ended_why: why === '' ? null : why,
    });
    await change.record({ kind: 'booking.ended', itemId: booking.id, body: { ids, why }, tell: true });
    return see(
      dayHref(booking.on),
      tn(ids.length, 'The booking is taken back.', '{n} bookings are taken back.'),
      bookingHref(booking.id, 'restore'),
    );
  },
});

/** Takes back all of a weekly booking that has just been made. */
export const undoWeekly = action('/bookings/:booking/undo-weekly', {
  ...common,
  page: bookingPage,
  input: z.object({}),
  async run(change) {
    const booking = await changeable(change);
    if (booking.endedAt !== null) throw new Refused(t('It was taken back already.'));
    const ids = await laterOf(change, booking);
    await update(change, ids, { ended_at: change.now, ended_by: change.who.personId, ended_why: null });
    await change.record({ kind: 'booking.ended', itemId: booking.id, body: { ids, why: '' }, tell: true });
    return see(
      dayHref(booking.on),
      tn(ids.length, 'The booking is taken back.', '{n} bookings are taken back.'),
    );
  },
});

/** It and the later weeks of the same weekly booking that stand. */
async function laterOf({ tx, organisationId }: Change, { id, seriesId, on }: Booking): Promise<string[]> {
  const rows = await tx
    .selectFrom('booking')
    .select('id')
    .where('owner_id', '=', organisationId)
    .where('series_id', '=', seriesId)
    .where('on_date', '>=', on)
    .where('ended_at', 'is', null)
    .execute();
  return [...new Set([id, ...rows.map((row) => row.id)])];
}

/** The weeks of it that were taken back by the same press, from today on; of a single one itself. */
async function endedWith(
  { tx, organisationId, today }: Change,
  booking: Booking,
): Promise<(Stretch & { id: string })[]> {
  if (booking.seriesId === null) return [booking];
  const { rows } = await sql<Stretch & { id: string }>`select s.id, s.on_date as "on",
      to_char(s.starts_at, 'HH24:MI') as "from", to_char(s.ends_at, 'HH24:MI') as "until"
    from booking s where s.owner_id = ${organisationId} and s.series_id = ${booking.seriesId}
      and s.ended_at = ${booking.endedAt} and s.on_date >= ${today} order by s.on_date`.execute(tx);
  return rows;
}

/** Books again what was taken back, if it is still free. */
export const restoreBooking = action('/bookings/:booking/restore', {
  ...common,
  page: bookingPage,
  input: z.object({}),
  async run(change) {
    const booking = await changeable(change);
    if (booking.endedAt === null) throw new Refused(t('It stands already.'));
    if (booking.on < change.today) throw new Refused(t('This day is over.'));
    if (wasRefused(change.who, booking))
      throw new Refused(t('Those who look after rooms took it back. Ask them, or book something else.'));
    const together = await endedWith(change, booking);
    const { free } = await holdFree(change, together, {
      thingId: booking.thingId,
      howMany: booking.howMany,
      leaveOut: together.length > 1,
    });
    const ids = together.filter(({ on }) => free.some((each) => each.on === on)).map(({ id }) => id);
    await update(change, ids, { ended_at: null, ended_by: null, ended_why: null });
    await change.record({ kind: 'booking.restored', itemId: booking.id, body: { ids }, tell: true });
    return see(
      dayHref(booking.on),
      tn(ids.length, '{thing} is booked again.', '{thing} is booked again for {n} of {all} days.', {
        thing: booking.thing,
        all: together.length,
      }),
    );
  },
});

/** Says yes to a booking that waits for it; to the whole weekly one at once. */
export const agreeBooking = action('/bookings/:booking/agree', {
  purpose: 'administration',
  access: roles(...bookingKeepers),
  input: z.object({}),
  async run(change) {
    const booking = await selectBooking(change.tx, change.organisationId, change.params.booking!, true);
    if (booking.endedAt !== null) throw new Refused(t('It was taken back meanwhile.'));
    const ids = booking.seriesId === null ? [booking.id] : await laterOf(change, booking);
    await update(change, ids, { agreed_at: change.now, agreed_by: change.who.personId });
    await change.record({ kind: 'booking.agreed', itemId: booking.id, body: { ids }, tell: true });
    return see(
      dayHref(booking.on),
      t('{thing} is booked for {name}.', { thing: booking.thing, name: booking.name }),
    );
  },
});
