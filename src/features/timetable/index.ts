import type { Feature } from '#platform/http/feature.ts';
import { clashesPage } from './clashes/clashes.page.ts';
import { applyLessons } from './exchange/apply.action.ts';
import { importPage } from './exchange/import.page.ts';
import { lessonsSheet } from './exchange/lessons.sheet.ts';
import { previewLessons } from './exchange/preview.action.ts';
import { undoImport } from './exchange/undo-import.action.ts';
import { addLesson } from './lessons/add-lesson.action.ts';
import { addLessonPage } from './lessons/add-lesson.page.ts';
import { changeLesson, undoLesson } from './lessons/change-lesson.action.ts';
import { removeLesson, restoreLesson } from './lessons/end-lesson.action.ts';
import { lessonPage } from './lessons/lesson.page.ts';
import { classLessonsPage, roomLessonsPage, teacherLessonsPage } from './lessons/lessons.page.ts';
import { addRoom, changeRoom, endRoom, restoreRoom } from './rooms/change-rooms.action.ts';
import { roomPage } from './rooms/room.page.ts';
import { roomsPage } from './rooms/rooms.page.ts';
import {
  endTimetable,
  publishTimetable,
  restoreTimetable,
  unpublishTimetable,
} from './versions/change-state.action.ts';
import { copyTimetable } from './versions/copy-timetable.action.ts';
import { dayPage } from './versions/day.page.ts';
import { makeTimetable } from './versions/make-timetable.action.ts';
import { saveDay } from './versions/save-day.action.ts';
import { saveTimetableSettings } from './versions/save-settings.action.ts';
import { timetableSettingsPage } from './versions/settings.page.ts';
import { timetablePage } from './versions/timetable.page.ts';
import { timetablesPage } from './versions/timetables.page.ts';
import { weekPage } from './week/week.page.ts';

export { busyIn } from './free-busy.ts';
export { insertLessons } from './lessons/lesson.queries.ts';
export { insertRooms } from './rooms/room.queries.ts';
export { selectInForce, selectTimetable } from './timetable.queries.ts';
export { isTaught, timetabledDays } from './timetabled-days.ts';
export { copyVersion } from './versions/copy-version.ts';
export { lessonsCalendar } from './week/lessons-calendar.ts';
export { insertTimetable } from './versions/insert-timetable.ts';
export { periodsOf } from './versions/models.ts';

/** The timetable of the school by the day from which it holds, its rooms, and everyone's own week. */
export const timetable: Feature = {
  name: 'timetable',
  // Its other addresses begin with that of the place "School".
  place: 'today',
  routes: [
    timetablesPage,
    makeTimetable,
    timetablePage,
    publishTimetable,
    unpublishTimetable,
    endTimetable,
    restoreTimetable,
    copyTimetable,
    timetableSettingsPage,
    saveTimetableSettings,
    dayPage,
    saveDay,
    classLessonsPage,
    teacherLessonsPage,
    roomLessonsPage,
    addLessonPage,
    addLesson,
    lessonPage,
    changeLesson,
    undoLesson,
    removeLesson,
    restoreLesson,
    clashesPage,
    importPage,
    previewLessons,
    applyLessons,
    undoImport,
    lessonsSheet,
    roomsPage,
    addRoom,
    roomPage,
    changeRoom,
    endRoom,
    restoreRoom,
    weekPage,
  ],
};
