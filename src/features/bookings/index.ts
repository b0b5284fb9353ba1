import type { Feature } from '#platform/http/feature.ts';
import { book } from './book.action.ts';
import { bookingPage } from './booking.page.ts';
import { bookingsCalendar } from './bookings.calendar.ts';
import { bookingNotices, bookingNoticesInFull } from './bookings.notices.ts';
import { takeAwayBookings } from './bookings.take-away.ts';
import {
  agreeBooking,
  changeBooking,
  endBooking,
  restoreBooking,
  undoWeekly,
} from './change-booking.action.ts';
import { addEquipment, changeThing, endThing, restoreThing } from './change-things.action.ts';
import { bookingsPage } from './day.page.ts';
import { newBookingPage } from './new-booking.page.ts';
import { bookingHandlers, bookingsJob } from './settle-bookings.ts';
import { thingPage, thingsPage } from './things.page.ts';

export { bookingsOnToday } from './on-today.ts';
export { bookingsTodayView } from './on-today.view.ts';

/** Rooms and equipment that colleagues book, beside what the timetable takes; nothing twice at a time. */
export const bookings: Feature = {
  name: 'bookings',
  place: 'today',
  routes: [
    bookingsPage,
    newBookingPage,
    book,
    thingsPage,
    addEquipment,
    thingPage,
    changeThing,
    endThing,
    restoreThing,
    bookingPage,
    changeBooking,
    endBooking,
    restoreBooking,
    undoWeekly,
    agreeBooking,
  ],
  handlers: bookingHandlers,
  notices: bookingNotices,
  noticesInFull: bookingNoticesInFull,
  recurring: [bookingsJob],
  calendar: bookingsCalendar,
  takeAway: takeAwayBookings,
};
