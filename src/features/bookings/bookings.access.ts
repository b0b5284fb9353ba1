import type { RoleName } from '#platform/access/policy.ts';
import type { Who } from '#platform/access/who.ts';
import { administrators, role } from '#features/people/index.ts';
import type { Booking, Thing } from './booking.ts';

/**
 * A booking is no item: all staff see who has what and when, so that they can ask one another. Its author changes it;
 * those who keep rooms take back anybody's, and say why.
 */
export const bookingKeepers: readonly RoleName[] = [...administrators, role.coverManager];

export const keepsBookings = (who: Who): boolean => who.hasAny(bookingKeepers);

export const mayBook = (who: Who, { bookable }: Pick<Thing, 'bookable'>): boolean =>
  bookable === 'staff' || (bookable === 'keepers' && keepsBookings(who));

/** Whoever keeps rooms took it back from somebody: that person cannot have it again by one press. */
export const wasRefused = (who: Who, { bookedBy, endedBy }: Pick<Booking, 'bookedBy' | 'endedBy'>): boolean =>
  endedBy !== null && endedBy !== bookedBy && !keepsBookings(who);

export const mayChange = (who: Who, { bookedBy }: Pick<Booking, 'bookedBy'>): boolean =>
  bookedBy === who.personId || keepsBookings(who);
