import type { Visit } from '#platform/http/context.ts';
import { selectKnown } from '../known.queries.ts';
import { selectLessons } from '../lessons/lesson.queries.ts';
import type { ShapedTimetable } from '../timetable.ts';

/** What a list is compared with. */
export const standingOf = async ({ db, organisationId, today }: Visit, timetable: ShapedTimetable) => ({
  timetable,
  periods: timetable.periods,
  lessons: await selectLessons(db, organisationId, timetable.id),
  known: await selectKnown(db, organisationId, today),
});
