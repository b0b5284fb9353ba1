import type { Feature } from '#platform/http/feature.ts';
import { addCode, changeCode, endCode, keepListCodes, restoreCode } from './codes/change-codes.action.ts';
import { codePage } from './codes/code.page.ts';
import { codesPage } from './codes/codes.page.ts';
import { takeList, undoTakeList } from './codes/take-list.action.ts';
import { missingPage } from './missing/missing.page.ts';
import { registerNotices, registerNoticesInFull } from './missing/notices.ts';
import { registerHandlers, remindJob } from './missing/remind.job.ts';
import { ownPage } from './own.page.ts';
import { changesPage } from './taking/changes.page.ts';
import { registerPage } from './taking/register.page.ts';
import { saveRegister } from './taking/save-register.action.ts';
import { endStandIn, nameStandIn, restoreStandIn } from './taking/stand-in.action.ts';
import { standInPage } from './taking/stand-in.page.ts';
import { giveBack, undoSave } from './taking/undo-save.action.ts';

export { codesList } from './codes/codes.queries.ts';
export { registersOfSchool, registersOfSchoolView } from './missing/on-today.ts';
export { absencesAreKnownBy } from './known-absences.ts';
export { markedSessions } from './marked-sessions.ts';
export { isSchoolDay, schoolDayAfter } from './school-days.ts';
export { ownRegistersView, registersOnTeaching } from './on-teaching.view.ts';
export { type ChangedMark, setMarks, setMarksBack } from './taking/set-marks.ts';

/**
 * Who was there, class by class. A register hangs on the day, the class and the period, so a timetable can be brought in
 * anew without losing one. What follows from the marks is the business of `attendance`, which says in turn what is
 * known of absences beforehand (`absencesAreKnownBy`).
 */
export const registers: Feature = {
  name: 'registers',
  place: 'teaching',
  routes: [
    ownPage,
    missingPage,
    registerPage,
    saveRegister,
    giveBack,
    undoSave,
    changesPage,
    standInPage,
    nameStandIn,
    endStandIn,
    restoreStandIn,
    codesPage,
    addCode,
    keepListCodes,
    takeList,
    undoTakeList,
    codePage,
    changeCode,
    endCode,
    restoreCode,
  ],
  handlers: registerHandlers,
  notices: registerNotices,
  noticesInFull: registerNoticesInFull,
  recurring: [remindJob],
};
