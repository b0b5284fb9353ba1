import { allStaff } from '#platform/access/audience-words.ts';
import { isCalendarDate } from '#platform/calendar/dates.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { bookingFields } from './booking-input.ts';
import { bookingsPath, dayHref, newBookingPath } from './booking.ts';
import { mayBook } from './bookings.access.ts';
import { selectThings } from './things.queries.ts';

export const bookingsTrail = () => [
  { label: t('Today'), href: '/today' },
  { label: t('Rooms and equipment'), href: bookingsPath },
];

/** Books a room or equipment, once or each week. */
export const newBookingPage = page(newBookingPath, {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({
    things: (await selectThings(visit.db, visit.organisationId)).filter((each) => mayBook(visit.who, each)),
    state: visit.formAt(newBookingPath),
    asked: visit.query,
  }),
  view: ({ things, state, asked }, visit) => ({
    title: t('Book a room or equipment'),
    audience: allStaff(visit.who, t('All staff see who has booked what, and what for.')),
    trail: bookingsTrail(),
    body:
      things.length === 0
        ? empty({
            says: t(
              'Nothing can be booked yet. Those who look after the school write down rooms and equipment.',
            ),
          })
        : html`${form(
            {
              ...state,
              values: state.values ?? {
                thing: asked.thing,
                day: isCalendarDate(asked.day ?? '') ? asked.day : visit.today,
                from: asked.from,
                until: asked.until,
              },
              button: t('Book it'),
              cancel: isCalendarDate(asked.day ?? '') ? dayHref(asked.day!) : bookingsPath,
            },
            (f) =>
              html`${bookingFields(f, things)}
              ${f.date({
                name: 'weekly_until',
                label: t('Each week until'),
                hint: t('Leave it empty for once. Holidays and closed days are left out.'),
              })}
              ${f.checkbox({
                name: 'leave_out',
                label: t('Leave out the days on which it is taken'),
                hint: t('Otherwise nothing is booked where one day is taken.'),
                unmarked: true,
              })}`,
          )}`,
  }),
});
