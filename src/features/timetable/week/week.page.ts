import { onlyYou } from '#platform/access/audience-words.ts';
import { addDays, isCalendarDate, weekOf } from '#platform/calendar/dates.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { selectWeek } from './week.queries.ts';
import { weekView } from './week.view.ts';

/** One's own lessons of a week, by the timetable in force on each day. */
export const weekPage = page('/week', {
  purpose: 'administration',
  access: members('staff', 'pupil'),
  async load(visit) {
    const asked = visit.query.on;
    const day = asked !== undefined && isCalendarDate(asked) ? asked : visit.today;
    const monday = weekOf(day);
    const { personId } = visit.who;
    const { kind } = visit.who.standing;
    const lessons = await selectWeek(
      visit.db,
      visit.organisationId,
      { personId, kind },
      { from: monday, until: addDays(monday, 6) },
    );
    return { monday, lessons, kind, today: visit.today };
  },
  view: (data) => ({
    title: t('My week, from {day}', { day: formatDate(data.monday, 'short') }),
    audience: onlyYou(t('These are your own lessons. Staff can look up the timetable of the school.')),
    wide: true,
    body: weekView(data),
  }),
});
