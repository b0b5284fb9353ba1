import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { type Booking, bookingHref } from './booking.ts';
import { keepsBookings, mayChange, wasRefused } from './bookings.access.ts';
import { bookingFields } from './booking-input.ts';
import { selectBooking } from './booking.queries.ts';
import { bookingsTrail } from './new-booking.page.ts';
import { selectThings } from './things.queries.ts';

/** One booking: who has what, when and what for; to be changed or taken back by those who may. */
export const bookingPage = page('/bookings/:booking', {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const booking = await selectBooking(visit.db, visit.organisationId, visit.params.booking!);
    const may = mayChange(visit.who, booking);
    return {
      booking,
      may,
      isOwn: booking.bookedBy === visit.who.personId,
      mayAgree: keepsBookings(visit.who) && !booking.agreed,
      things: may ? await selectThings(visit.db, visit.organisationId) : [],
      change: visit.formAt(bookingHref(booking.id, 'change')),
      end: visit.formAt(bookingHref(booking.id, 'end')),
    };
  },
  view: ({ booking, may, isOwn, mayAgree, things, change, end }, visit) => ({
    title: t('{thing}, {day}', { thing: booking.thing, day: formatDate(booking.on, 'weekday') }),
    audience: allStaff(visit.who, t('All staff see who has booked what, and what for.')),
    trail: bookingsTrail(),
    body: html`${facts(booking, may)}
    ${
      booking.endedAt !== null
        ? may &&
          !wasRefused(visit.who, booking) &&
          form({ action: bookingHref(booking.id, 'restore'), button: t('Book it again'), quiet: true })
        : html`${mayAgree && form({ action: bookingHref(booking.id, 'agree'), button: t('Say yes') })}
          ${
            may &&
            html`<h2>${t('Change it')}</h2>
              ${form(
                {
                  ...change,
                  values: change.values ?? {
                    thing: booking.thingId,
                    day: booking.on,
                    from: booking.from,
                    until: booking.until,
                    how_many: booking.howMany,
                    purpose: booking.purpose,
                  },
                  hidden: { version: booking.version },
                  button: t('Save the booking'),
                },
                (f) => bookingFields(f, things),
              )}
              <h2>${t('Take it back')}</h2>
              ${form(
                { ...end, button: t('Take the booking back') },
                (f) =>
                  html`${!isOwn && f.text({ name: 'why', label: t('Why'), hint: t('{name} and those who look after rooms read it.', { name: booking.name }), required: true, maxlength: 200 })}
                  ${
                    booking.seriesId !== null &&
                    f.checkbox({ name: 'all', label: t('And all later weeks of it'), unmarked: true })
                  }`,
              )}`
          }`
    }`,
  }),
});

/** Why it was taken back is between whoever booked it and those who look after rooms. */
const facts = (booking: Booking, may: boolean): Html =>
  definitionList([
    {
      term: t('When'),
      says: t('{day}, {from} to {until}', {
        day: formatDate(booking.on, 'weekday'),
        from: booking.from,
        until: booking.until,
      }),
    },
    { term: t('Who'), says: html`<bdi>${booking.name}</bdi>` },
    { term: t('What for'), says: html`<bdi>${booking.purpose}</bdi>` },
    { term: t('How many'), says: booking.howMany > 1 ? booking.howMany : '' },
    {
      term: t('Where it stands'),
      says:
        booking.endedAt !== null
          ? [t('Taken back'), may && booking.endedWhy].filter(Boolean).join(': ')
          : booking.agreed
            ? t('Booked')
            : t('Waits for a yes of those who look after rooms'),
    },
  ]);
