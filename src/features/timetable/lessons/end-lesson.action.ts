import { z } from 'zod';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { timetablesPath } from '../timetable.ts';
import { classHref, lessonHref, lessonOf } from './lesson.page.ts';
import { setLessonEnded } from './lesson.queries.ts';

/** Takes a lesson out. */
export const removeLesson = action(`${timetablesPath}/:timetable/lessons/:lesson/remove`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  input: z.object({}),
  async run(change) {
    const { timetable, lesson } = await lessonOf(change);
    await setLessonEnded(change.tx, change.organisationId, lesson.id, change.now);
    await change.record({ kind: 'lesson.removed', itemId: lesson.id, body: {} });
    return see(
      classHref(timetable, lesson),
      t('The lesson is taken out.'),
      `${lessonHref(timetable, lesson)}/restore`,
    );
  },
});

/** Brings it back. */
export const restoreLesson = action(`${timetablesPath}/:timetable/lessons/:lesson/restore`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  input: z.object({}),
  async run(change) {
    const { timetable, lesson } = await lessonOf(change);
    await setLessonEnded(change.tx, change.organisationId, lesson.id, null);
    await change.record({ kind: 'lesson.restored', itemId: lesson.id, body: {} });
    return see(classHref(timetable, lesson), t('The lesson is back.'));
  },
});
