import { page, roles } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { absencesPath, todayPath } from '../attendance.ts';
import { isOffice, officeAudience, wholeReaders } from '../attendance.access.ts';
import { firstDayView } from './first-day.view.ts';
import { selectFirstDay } from './first-day.queries.ts';

/** Who is not here this morning and nobody has said why, by class, with whom to call first. */
export const firstDayPage = page(todayPath, {
  purpose: 'administration',
  access: roles(...wholeReaders),
  load: (visit) => selectFirstDay(visit.db, visit.who, visit.today),
  view: (data, visit) => ({
    title: t('Not here this morning: {day}', { day: formatDate(visit.today, 'weekday') }),
    audience: officeAudience(),
    trail: [{ label: t('School'), href: '/school' }],
    ...(isOffice(visit.who) && {
      action: { label: t('Write down what somebody said'), href: `${absencesPath}/new` },
    }),
    body: firstDayView(data, visit),
  }),
});
