import { allStaff } from '#platform/access/audience-words.ts';
import { isCalendarDate } from '#platform/calendar/dates.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { bookingsPath, newBookingPath } from './booking.ts';
import { selectDay } from './day.queries.ts';
import { dayView } from './day.view.ts';

/** Rooms and equipment on one day: what is taken and by whom, and what is free. */
export const bookingsPage = page(bookingsPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const { day: asked = '', seats = '', words = '' } = visit.query;
    const filter = {
      day: isCalendarDate(asked) ? asked : visit.today,
      seats: /^\d{1,4}$/.test(seats) ? Number(seats) : 0,
      words: words.slice(0, 60),
    };
    return { filter, ...(await selectDay(visit.db, visit.who, { ...filter, today: visit.today })) };
  },
  view: (data, visit) => ({
    title: t('Rooms and equipment, {day}', { day: formatDate(data.filter.day, 'weekday') }),
    audience: allStaff(visit.who, t('All staff see who has booked what, so that they can ask one another.')),
    action: { label: t('Book something'), href: `${newBookingPath}?day=${data.filter.day}` },
    trail: [{ label: t('Today'), href: '/today' }],
    wide: true,
    body: dayView(data, visit.who),
  }),
});
