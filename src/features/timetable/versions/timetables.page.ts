import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { leads } from '#features/people/index.ts';
import { keepsTimetable } from '../timetable.access.ts';
import { selectTimetables } from '../timetable.queries.ts';
import { timetablesPath } from '../timetable.ts';
import { timetablesView } from './timetables.view.ts';

/** The versions of the timetable with their days; for all staff to read, for those who keep the dates to change. */
export const timetablesPage = page(timetablesPath, {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({
    timetables: await selectTimetables(visit.db, visit.organisationId),
    keeps: keepsTimetable(visit.who),
    today: visit.today,
    form: visit.formAt(timetablesPath),
  }),
  view: (data, visit) => ({
    title: t('Timetable'),
    audience: allStaff(visit.who),
    ...(leads(visit.who) ? { trail: [{ label: t('School'), href: '/school' }] } : {}),
    body: timetablesView(data),
  }),
});
