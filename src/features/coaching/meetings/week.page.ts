import { onlyYou } from '#platform/access/audience-words.ts';
import { addDays, isCalendarDate, isWeekend, weekOf } from '#platform/calendar/dates.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { dueIn } from './week.ts';
import { selectWeek } from './week.queries.ts';
import { weekView } from './week.view.ts';

/** The week of somebody who supports many: what is booked, where there is room, who is due, and several booked at once. */
export const weekPage = page('/coaching/week', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load(visit) {
    const monday = mondayAsked(visit);
    const days = { from: monday, until: addDays(monday, 6), today: visit.today };
    return { monday, ...(await selectWeek(visit.db, visit.who, days)) };
  },
  view({ monday, supported, booked, ...diary }, visit) {
    const today = visit.today;
    return {
      title: t('The week of {day}', { day: formatDate(monday) }),
      audience: onlyYou(t('Each of the others sees their own times with you and nothing of this page.')),
      trail: [{ label: t('Mentoring and coaching'), href: '/coaching' }],
      wide: true,
      body: weekView({
        monday,
        today,
        me: visit.who.personId,
        supported,
        booked,
        diary,
        due: dueIn(supported, { until: addDays(monday, 6), today }),
        form: visit.formAt('/coaching/week'),
      }),
    };
  },
});

/** The Monday of the week that the address or the form that came back asks for; this week's, or at a weekend the next. */
function mondayAsked({ query, today, arrival }: Visit): string {
  const asked = query.from ?? String(arrival.form?.values['week'] ?? '');
  const makesSense = isCalendarDate(asked) && asked > addDays(today, -400) && asked < addDays(today, 400);
  if (makesSense) return weekOf(asked);
  return weekOf(isWeekend(today) ? addDays(today, 2) : today);
}
