import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { timetableHref, timetablesPath } from '../timetable.ts';
import { nameAndDays, weeksFields } from './timetable-input.ts';
import { timetableOf, timetableTrail } from './timetable.page.ts';

/** Name, days and weeks of a version. */
export const timetableSettingsPage = page(`${timetablesPath}/:timetable/settings`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  load: timetableOf,
  view: (timetable, visit) => {
    const state = visit.formAt(`${timetableHref(timetable.id)}/settings`);
    const { name, startsOn, endsOn, weeks, firstWeek } = timetable;
    const stored = { name, from: startsOn, until: endsOn, weeks: String(weeks), first_week: firstWeek };
    return {
      title: t('Name and days'),
      audience: theseRoles(timetableKeepers, t('Those who keep the timetable.')),
      trail: timetableTrail(timetable),
      body: form(
        {
          ...state,
          values: { ...stored, ...state.values },
          hidden: { version: timetable.version },
          button: t('Save'),
          cancel: timetableHref(timetable.id),
        },
        (f) => [nameAndDays(f), weeksFields(f)],
      ),
    };
  },
});
