import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { attendancePath, pupilHref } from '../attendance.ts';
import { teachersAudience } from '../attendance.access.ts';
import { pupilView } from './pupil.view.ts';
import { selectPupilYear } from './year.queries.ts';

/** A pupil's year: a picture of it, what was said, and what was done where a hand was needed. */
export const pupilPage = page(pupilHref(':pupil'), {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => selectPupilYear(visit.db, visit.who, visit.params.pupil!, visit.today),
  view: (data, visit) => ({
    title: t('{name} at school this year', { name: data.year.name }),
    audience: teachersAudience(),
    trail: [{ label: t('Attendance'), href: attendancePath }],
    body: pupilView(data, visit),
  }),
});
