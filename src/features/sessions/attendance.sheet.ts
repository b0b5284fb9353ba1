import { bytes } from '#platform/http/route.ts';
import { sheet } from '#platform/http/sheet.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectAttendanceLines } from './attendance.queries.ts';
import { openRegister } from './open-register.ts';
import { registerPolicy } from './sessions.policy.ts';
import { stateWords } from './words.ts';

/** The attendance of a programme as a sheet: one line a person and session. */
export const attendanceSheet = bytes('/programmes/:programme/attendance.csv', {
  purpose: 'administration',
  access: registerPolicy,
  async send(visit) {
    const { programme } = await openRegister(visit);
    const lines = await selectAttendanceLines(visit.db, programme);
    return sheet(t('attendance {programme}', { programme: programme.slug }), [
      [t('Name'), t('Session'), t('Date'), t('Minutes'), t('In the school day'), t('Attendance')],
      ...lines.map((line) => [
        line.name,
        line.session,
        line.on,
        line.minutes,
        line.inSchoolDay ? t('yes') : t('no'),
        stateWords(line.state),
      ]),
    ]);
  },
});
