import type { Feature } from '#platform/http/feature.ts';
import { absencePage } from './absence.page.ts';
import { absencesPage } from './absences.page.ts';
import { accept, afterAll, decline } from './answer.action.ts';
import { arrangeOne } from './arrange.action.ts';
import { askedPage } from './asked.page.ts';
import { awayPage } from './away.page.ts';
import { backFromAbsence, changeAbsence, restoreAbsence, undoAbsence } from './change-absence.action.ts';
import { coverCalendar } from './cover.calendar.ts';
import { coverHandlers, coverJob } from './cover.handlers.ts';
import { coverNotices, coverNoticesInFull } from './cover.notices.ts';
import { takeAwayCover } from './cover.take-away.ts';
import { dayPage } from './day.page.ts';
import { leaveWork } from './leave-work.action.ts';
import { addKeptFree, endKeptFree, restoreKeptFree, saveAsked } from './person.action.ts';
import { personPage } from './person.page.ts';
import { takePlan } from './plan.action.ts';
import { planPage } from './plan.page.ts';
import { sayAway } from './say-away.action.ts';
import { slotPage } from './slot.page.ts';
import { termPage } from './term.page.ts';
import { undoArranged, undoBatch } from './undo.action.ts';

export { awayNowSelect } from './away-now.ts';
export { coveringLessons } from './covering-lessons.ts';
export { type CoverToday, coverOnToday } from './on-today.ts';
export { coverOnTodayView } from './on-today.view.ts';
export { takenUpSelect } from './taken-up.ts';

/** Who of the staff is away, who takes their classes, and how fairly that is shared out. */
export const cover: Feature = {
  name: 'cover',
  place: 'today',
  routes: [
    dayPage,
    awayPage,
    sayAway,
    absencesPage,
    absencePage,
    changeAbsence,
    undoAbsence,
    backFromAbsence,
    restoreAbsence,
    leaveWork,
    slotPage,
    arrangeOne,
    undoArranged,
    undoBatch,
    planPage,
    takePlan,
    askedPage,
    accept,
    decline,
    afterAll,
    termPage,
    personPage,
    saveAsked,
    addKeptFree,
    endKeptFree,
    restoreKeptFree,
  ],
  handlers: coverHandlers,
  notices: coverNotices,
  noticesInFull: coverNoticesInFull,
  recurring: [coverJob],
  calendar: coverCalendar,
  takeAway: takeAwayCover,
};
