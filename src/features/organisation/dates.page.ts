import { allStaff } from '#platform/access/audience-words.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { dateNotes } from './date-notes.ts';
import { datesView } from './dates.view.ts';
import { selectDates } from './dates.queries.ts';
import { dateKeepers } from './organisation.roles.ts';

/** How far back the list begins, in days: the year that runs is always whole. */
const shownBack = 365;

/** Terms, holidays, training days and closed days: for all staff to read, for those who keep them to change. */
export const datesPage = page('/school/dates', {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const earlier = visit.query.earlier !== undefined;
    const dates = await selectDates(
      visit.db,
      visit.organisationId,
      earlier ? '0001-01-01' : addDays(visit.today, -shownBack),
    );
    return {
      dates,
      earlier,
      notes: dateNotes(dates),
      keeps: visit.who.hasAny(dateKeepers),
      form: visit.formAt('/school/dates'),
    };
  },
  view: (data, visit) => ({
    title: t('Dates of the school year'),
    audience: allStaff(visit.who),
    ...(visit.who.hasAny(dateKeepers) ? { trail: [{ label: t('School'), href: '/school' }] } : {}),
    body: datesView(data, visit.today),
  }),
});
