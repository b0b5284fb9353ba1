import { t } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import { type Booking, bookingsPath } from './booking.ts';
import { bookingLine } from './day.view.ts';

/** One's own bookings of the day; nothing where there is none. */
export const bookingsTodayView = (bookings: readonly Booking[]): Value =>
  bookings.length > 0 &&
  html`<h3>${t('What I have booked')}</h3>
    <ul class="items dense">
      ${bookings.map((each) => html`<li>${bookingLine(each)}</li>`)}
    </ul>
    <p><a href="${bookingsPath}">${t('Rooms and equipment')}</a></p>`;
