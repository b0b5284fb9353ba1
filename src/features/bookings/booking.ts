/** A room, or equipment of which there may be several. */
export interface Thing {
  id: string;
  kind: 'room' | 'equipment';
  name: string;
  seats: number | null;
  note: string;
  howMany: number;
  bookable: Bookable;
  asksFirst: boolean;
}

/** Who may book a thing by themselves. */
export const bookableBy = ['staff', 'keepers', 'nobody'] as const;
export type Bookable = (typeof bookableBy)[number];

/** A stretch of one day; times as '08:50'. */
export interface Stretch {
  on: string;
  from: string;
  until: string;
}

/** A booking that stands. */
export interface Booking extends Stretch {
  id: string;
  thingId: string;
  thing: string;
  howMany: number;
  purpose: string;
  bookedBy: string;
  name: string;
  seriesId: string | null;
  /** A keeper has said yes, or none was asked. */
  agreed: boolean;
  version: number;
  endedAt: Date | null;
  endedBy: string | null;
  endedWhy: string | null;
}

export const bookingsPath = '/bookings';
export const bookingHref = (id: string, ...more: string[]): string => [bookingsPath, id, ...more].join('/');
export const dayHref = (day: string): string => `${bookingsPath}?day=${day}`;
export const newBookingPath = `${bookingsPath}/new`;
export const thingsPath = `${bookingsPath}/things`;
