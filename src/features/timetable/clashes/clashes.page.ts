import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { keepersAudience } from '../exchange/import.page.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { timetablesPath } from '../timetable.ts';
import { timetableOf, timetableTrail } from '../versions/timetable.page.ts';
import { selectClashes } from './clashes.queries.ts';
import { clashesView } from './clashes.view.ts';

/**
 * What cannot be so, or is not whole. Days and hours of a colleague are for them and the administrators, so nobody else
 * reads here who is asked to teach on a day off.
 */
export const clashesPage = page(`${timetablesPath}/:timetable/clashes`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  async load(visit) {
    const timetable = await timetableOf(visit);
    const withDays = visit.who.hasAny(administrators);
    // Classes change between years: those of the day on which it holds count.
    const day = timetable.startsOn > visit.today ? timetable.startsOn : visit.today;
    const found = await selectClashes(visit.db, visit.organisationId, timetable.id, { day, withDays });
    return { timetable, withDays, ...found };
  },
  view: (data) => ({
    title: t('Clashes and gaps'),
    audience: keepersAudience(),
    trail: timetableTrail(data.timetable),
    body: clashesView(data),
  }),
});
