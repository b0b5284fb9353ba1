import { bytes, roles } from '#platform/http/route.ts';
import { sheet } from '#platform/http/sheet.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Known, selectKnown } from '../known.queries.ts';
import { selectLessons } from '../lessons/lesson.queries.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { weekdayName, timetablesPath } from '../timetable.ts';
import { timetableOf } from '../versions/timetable.page.ts';

/** The lessons of a version as a sheet with the columns that "Read lessons from a list" reads back as they are. */
export const lessonsSheet = bytes(`${timetablesPath}/:timetable/lessons.csv`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  async send(visit) {
    const { db, organisationId } = visit;
    const timetable = await timetableOf(visit);
    const periods = new Map(timetable.periods.map((each) => [each.id, each]));
    const lessons = await selectLessons(db, organisationId, timetable.id);
    const { staff } = await selectKnown(db, organisationId, visit.today);
    const codes = shortest(staff);
    return sheet(t('lessons'), [
      [t('Day'), t('Week'), t('Period'), t('Class'), t('Subject'), t('Room'), t('Teacher'), t('Support')],
      ...lessons.flatMap((lesson) => {
        const period = periods.get(lesson.periodId);
        if (!period) return [];
        const named = (part: string): string =>
          lesson.people
            .filter((each) => each.part === part)
            .map(({ personId, name }) => codes.get(personId) ?? name)
            .join('; ');
        return [
          [
            weekdayName[period.weekday](),
            lesson.week,
            period.name,
            lesson.unit,
            lesson.subject,
            lesson.room,
            named('teacher'),
            named('support'),
          ],
        ];
      }),
    ]);
  },
});

/** What finds a colleague again: the staff code, or the name where it is one person's alone, or the address at work. */
const shortest = (staff: Known['staff']): Map<string, string> =>
  new Map(
    staff.map(({ id, code, name, emails }) => [
      id,
      code ?? (staff.some((each) => each.id !== id && each.name === name) ? (emails[0] ?? name) : name),
    ]),
  );
