import { insertTimetable, periodsOf, selectTimetable } from '#features/timetable/index.ts';
import type { Db } from '#platform/db/database.ts';
import { startOfTests } from './site.ts';

/**
 * A timetable of five periods a day, the same every week, in force since 1 September. Answers its id, its periods and
 * the id of one of them: `period('wednesday', 'Period 1')`.
 */
export async function makeTimetable(db: Db, school: { id: string }, by: { personId: string }) {
  const id = await insertTimetable(
    db,
    school.id,
    {
      name: '2026–27',
      weeks: 1,
      startsOn: '2026-09-01',
      endsOn: null,
      firstWeek: 'A',
      periods: periodsOf('five'),
    },
    by.personId,
    startOfTests,
  );
  await db
    .updateTable('timetable')
    .set({ published_at: startOfTests })
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .execute();
  const { periods } = await selectTimetable(db, school.id, id);
  const period = (weekday: string, name: string): string =>
    periods.find((each) => each.weekday === weekday && each.name === name)!.id;
  return { id, periods, period };
}
