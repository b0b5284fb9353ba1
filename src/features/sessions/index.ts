import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { addMaterial } from './add-material.action.ts';
import { attendancePage } from './attendance.page.ts';
import { attendanceSheet } from './attendance.sheet.ts';
import { canCome, cannotCome } from './cannot-come.action.ts';
import { commit, restoreCommitment, takeBackCommitment } from './commit.action.ts';
import { commitmentsCalendar } from './commitments.calendar.ts';
import { removeMaterial, restoreMaterial } from './end-material.action.ts';
import { endExemption, exempt, restoreExemption } from './exempt.action.ts';
import { exerciseDone, exerciseDoneAgain, exerciseNotDone } from './exercise-done.action.ts';
import { changeExercisePage, newExercisePage } from './exercise-form.page.ts';
import { exercisePeoplePage } from './exercise-people.page.ts';
import { exercisePage } from './exercise.page.ts';
import { exercisesPage } from './exercises.page.ts';
import { listExerciseDone } from './list-done.handler.ts';
import { listSharedReflection } from './list-shared.handler.ts';
import { markAttendance, markEverybody } from './mark-attendance.action.ts';
import { ownReflectionPage, reflectionPage } from './reflection.page.ts';
import { minutesPage } from './minutes.page.ts';
import { moveExercise } from './move-exercise.action.ts';
import { newerSections } from './newer.bytes.ts';
import { commitmentNotice, remindJob, sessionNotice } from './remind.job.ts';
import { reportAction } from './report.action.ts';
import { addExercise, changeExercise, removeExercise, restoreExercise } from './save-exercise.action.ts';
import { giveNameless, saveAnswers } from './save-answers.action.ts';
import { saveReflection } from './save-reflection.action.ts';
import { saveSection } from './save-section.action.ts';
import { sectionVersionsPage } from './section-versions.page.ts';
import { leaveHere, writeHere } from './section-writing.action.ts';
import {
  exemptionPolicy,
  exerciseNotePolicy,
  materialPolicy,
  minutesPolicy,
  reflectionPolicy,
  registerPolicy,
} from './sessions.policy.ts';
import { takeAwaySessions } from './sessions.take-away.ts';
import { settleCommitment } from './settle-commitment.handler.ts';
import { shareReflection, unshareReflection } from './share-reflection.action.ts';
import { specialistPage } from './specialist.page.ts';
import { stepPage } from './step.page.ts';
import { takeUp } from './take-up.action.ts';
import { undoAttendance } from './undo-attendance.action.ts';
import { ownAnswersPage } from './own-answers.page.ts';
import { ownReflections } from './own-reflections.ts';
import { presentExerciseNote, presentMinutes, presentReflection } from './present-writing.ts';

export { openPromises, type OpenPromise } from './open-promises.ts';
export { gathers } from './kinds-of-step.ts';
export { makeMinutes } from './minutes.queries.ts';
export { ownReflections } from './own-reflections.ts';
export { minutesPolicy, reflectionPolicy } from './sessions.policy.ts';

/** What happens at the steps of a programme: who came, what was used, noted, practised and promised. */
export const sessions: Feature = {
  name: 'sessions',
  drafts: {
    exercise: () => t('An exercise'),
    'exercise-text': () => t('The text of an exercise'),
    'new-exercise': () => t('A new exercise'),
    reflection: () => t('A reflection'),
    step: () => t('Words about a step of a programme'),
  },
  policies: [
    registerPolicy,
    materialPolicy,
    minutesPolicy,
    reflectionPolicy,
    exerciseNotePolicy,
    exemptionPolicy,
  ],
  routes: [
    stepPage,
    markAttendance,
    markEverybody,
    undoAttendance,
    cannotCome,
    canCome,
    addMaterial,
    removeMaterial,
    restoreMaterial,
    saveSection,
    writeHere,
    leaveHere,
    newerSections,
    minutesPage,
    sectionVersionsPage,
    takeUp,
    ownAnswersPage,
    saveAnswers,
    giveNameless,
    commit,
    takeBackCommitment,
    restoreCommitment,
    reportAction,
    ownReflectionPage,
    saveReflection,
    shareReflection,
    unshareReflection,
    reflectionPage,
    exercisesPage,
    newExercisePage,
    addExercise,
    exercisePage,
    changeExercisePage,
    changeExercise,
    removeExercise,
    restoreExercise,
    moveExercise,
    exerciseDone,
    exerciseNotDone,
    exerciseDoneAgain,
    exercisePeoplePage,
    exempt,
    endExemption,
    restoreExemption,
    attendancePage,
    attendanceSheet,
    specialistPage,
  ],
  handlers: [listSharedReflection, listExerciseDone, settleCommitment],
  notices: {
    [sessionNotice]: () => t('A session that you take part in'),
    [commitmentNotice]: () => t('Say what came of what you promised to try'),
  },
  recurring: [remindJob],
  calendar: commitmentsCalendar,
  own: { reflection: ownReflections },
  present: { reflection: presentReflection, 'exercise-note': presentExerciseNote, minutes: presentMinutes },
  takeAway: takeAwaySessions,
};
