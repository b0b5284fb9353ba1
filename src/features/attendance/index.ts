import type { Feature } from '#platform/http/feature.ts';
import { absencesAreKnownBy } from '#features/registers/index.ts';
import { absencePage } from './absences/absence.page.ts';
import { absenceHandlers } from './absences/absences.handlers.ts';
import { takeAwayAbsences } from './absences/absences.take-away.ts';
import { absencesPage } from './absences/absences.page.ts';
import { awayPage } from './absences/away.page.ts';
import { newAbsencePage } from './absences/new-absence.page.ts';
import { restoreAway, sayAway, takeBackAway } from './absences/say-away.action.ts';
import { restoreWritten, settleAbsence, takeBackWritten, unsettleAbsence } from './absences/settle.action.ts';
import { writeAbsence } from './absences/write-absence.action.ts';
import { writeAbsencePage } from './absences/write-absence.page.ts';
import { figuresPage } from './figures/figures.page.ts';
import { figuresSheet } from './figures/figures.sheet.ts';
import { firstDayPage } from './first-day/first-day.page.ts';
import { morningJob } from './first-day/morning.job.ts';
import { tellFamilies } from './first-day/tell-families.action.ts';
import { tellFamily } from './first-day/tell-families.handlers.ts';
import { sendText } from './first-day/texts.handlers.ts';
import { undoTry, writeTry } from './first-day/tried.action.ts';
import { type Sort, sortInWords } from './attendance.ts';
import { knownAbsences } from './known-absences.ts';
import { attendanceNotices, attendanceNoticesInFull } from './notices.ts';
import { handPage } from './patterns/hand.page.ts';
import { endNote, restoreNote, writeNote, writeOutcome } from './patterns/notes.action.ts';
import { patternsPage } from './patterns/patterns.page.ts';
import { childPage, minePage } from './pupil/own.page.ts';
import { pupilPage } from './pupil/pupil.page.ts';
import { pupilsPage } from './pupil/pupils.page.ts';
import { recordPage } from './pupil/record.page.ts';
import { saveSettings } from './settings/save-settings.action.ts';
import { settingsPage } from './settings/settings.page.ts';
import { textsPage } from './settings/texts.page.ts';

export {
  attendanceOfChild,
  attendanceOfChildView,
  saidOfChildren,
  tellSchool,
  toldLines,
} from './for-families.ts';
export { attendanceOnToday, attendanceTodayView } from './on-others-pages.ts';
export type { SaidAbsence } from './absences/said-absences.ts';

// Registers are filled in from what is known beforehand; they cannot ask by themselves, since this room reads them.
absencesAreKnownBy({ select: knownAbsences, inWords: (sort) => sortInWords(sort as Sort) });

/**
 * What follows from the registers: who is not here this morning, what families say, patterns, the figures the law asks
 * for, and each pupil's own record.
 */
export const attendance: Feature = {
  name: 'attendance',
  place: 'school',
  routes: [
    pupilsPage,
    firstDayPage,
    tellFamilies,
    writeTry,
    undoTry,
    absencesPage,
    newAbsencePage,
    absencePage,
    settleAbsence,
    unsettleAbsence,
    takeBackWritten,
    restoreWritten,
    writeAbsencePage,
    writeAbsence,
    awayPage,
    sayAway,
    takeBackAway,
    restoreAway,
    patternsPage,
    handPage,
    writeNote,
    writeOutcome,
    endNote,
    restoreNote,
    figuresPage,
    figuresSheet,
    pupilPage,
    recordPage,
    childPage,
    minePage,
    settingsPage,
    saveSettings,
    textsPage,
  ],
  handlers: [...absenceHandlers, tellFamily, sendText],
  notices: attendanceNotices,
  noticesInFull: attendanceNoticesInFull,
  recurring: [morningJob],
  takeAway: takeAwayAbsences,
};
