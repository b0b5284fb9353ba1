import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { timetableHref, timetablesPath } from '../timetable.ts';
import { addingTo, addLessonPage } from './add-lesson.page.ts';
import { lessonInputs, readLesson } from './lesson-input.ts';
import { insertLessons } from './lesson.queries.ts';

/** Puts a lesson of a class into a period. */
export const addLesson = action(`${timetablesPath}/:timetable/classes/:unit/add`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  page: addLessonPage,
  input: z.object(lessonInputs),
  async run(change, input) {
    const { timetable, unit } = await addingTo(change);
    const lesson = {
      id: newId(change.now),
      unitId: unit.id,
      ...(await readLesson(change, timetable, input)),
    };
    await insertLessons(change.tx, change.organisationId, timetable.id, [lesson], {
      now: change.now,
      batchId: null,
    });
    await change.record({ kind: 'lesson.added', itemId: lesson.id, body: { ...lesson } });
    const href = timetableHref(timetable.id);
    return see(
      `${href}/classes/${unit.id}`,
      t('The lesson is added.'),
      `${href}/lessons/${lesson.id}/remove`,
    );
  },
});
