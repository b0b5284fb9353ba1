import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coveragePage } from './coverage/coverage.page.ts';
import { addLesson } from './lessons/add-lesson.action.ts';
import { changeLesson } from './lessons/change-lesson.action.ts';
import { changeLessonPage } from './lessons/change-lesson.page.ts';
import { endLesson, moveLessonDown, moveLessonUp, restoreLesson } from './lessons/keep-lesson.actions.ts';
import { leaveResourceOut, useResource } from './lessons/lesson-resources.actions.ts';
import { lessonResourcesPage } from './lessons/lesson-resources.page.ts';
import { lessonPage } from './lessons/lesson.page.ts';
import { newLessonPage } from './lessons/new-lesson.page.ts';
import { askLookPage } from './looks/ask-look.page.ts';
import { askLook, looked, notLooked, restoreLook, takeBackLook } from './looks/look.actions.ts';
import { mapPage } from './map/map.page.ts';
import { partPage } from './parts/part.page.ts';
import { savePart } from './parts/save-part.action.ts';
import { versionsPage } from './parts/versions.page.ts';
import { planPolicy, suggestionPolicy } from './plan.policy.ts';
import { planNotices, planNoticesInFull } from './plans.notices.ts';
import { plansPage } from './plans.page.ts';
import { takeAwayPlans } from './plans.take-away.ts';
import { chooseLessonPointsPage, choosePointsPage } from './points/choose-points.page.ts';
import { pointPage } from './points/point.page.ts';
import { saveLessonPoints, savePoints } from './points/save-points.actions.ts';
import { takeNewer } from './points/take-newer.action.ts';
import { presentPlan, presentSuggestion } from './present-plan.ts';
import { addPlanFiles } from './scheme/add-files.action.ts';
import { changePlan } from './scheme/change-plan.action.ts';
import { changePlanPage } from './scheme/change-plan.page.ts';
import { copyPlan } from './scheme/copy-plan.action.ts';
import { copyPlanPage } from './scheme/copy-plan.page.ts';
import { planFilesPage } from './scheme/files.page.ts';
import { endPlan, notReadyPlan, readyPlan, restorePlan } from './scheme/keep-plan.actions.ts';
import { newPlanPage } from './scheme/new-plan.page.ts';
import { planPage } from './scheme/plan.page.ts';
import { saveTeachers } from './scheme/save-teachers.action.ts';
import { teachersPage } from './scheme/teachers.page.ts';
import { writePlan } from './scheme/write-plan.action.ts';
import { settleWaitingNow } from './settle-waiting.ts';
import {
  answerSuggestion,
  openAgain,
  restoreSuggestion,
  takeBackSuggestion,
} from './suggestions/answer.actions.ts';
import { answerPage } from './suggestions/answer.page.ts';
import { suggestionNeedPage } from './suggestions/need.page.ts';
import { raiseSuggestedNeed } from './suggestions/raise-need.action.ts';
import { suggest } from './suggestions/suggest.action.ts';
import { suggestPage } from './suggestions/suggest.page.ts';
import { changeTemplate, endTemplate, restoreTemplate, writeTemplate } from './templates/template.actions.ts';
import { newTemplatePage, templatePage, templatesPage } from './templates/templates.page.ts';
import { togetherPage } from './together/together.page.ts';
import { waitingPage } from './waiting/waiting.page.ts';

/** What is taught when and by whom, lesson by lesson, with what colleagues say beside it. */
export const plans: Feature = {
  name: 'plans',
  place: 'teaching',
  drafts: { plan: () => t('A scheme of work') },
  policies: [planPolicy, suggestionPolicy],
  routes: [
    plansPage,
    newPlanPage,
    writePlan,
    mapPage,
    coveragePage,
    togetherPage,
    waitingPage,
    pointPage,
    templatesPage,
    newTemplatePage,
    writeTemplate,
    templatePage,
    changeTemplate,
    endTemplate,
    restoreTemplate,
    planPage,
    changePlanPage,
    changePlan,
    readyPlan,
    notReadyPlan,
    endPlan,
    restorePlan,
    teachersPage,
    saveTeachers,
    planFilesPage,
    addPlanFiles,
    copyPlanPage,
    copyPlan,
    partPage,
    savePart,
    versionsPage,
    choosePointsPage,
    savePoints,
    takeNewer,
    newLessonPage,
    addLesson,
    lessonPage,
    changeLessonPage,
    changeLesson,
    moveLessonUp,
    moveLessonDown,
    endLesson,
    restoreLesson,
    chooseLessonPointsPage,
    saveLessonPoints,
    lessonResourcesPage,
    useResource,
    leaveResourceOut,
    suggestPage,
    suggest,
    answerPage,
    answerSuggestion,
    openAgain,
    takeBackSuggestion,
    restoreSuggestion,
    suggestionNeedPage,
    raiseSuggestedNeed,
    askLookPage,
    askLook,
    looked,
    notLooked,
    takeBackLook,
    restoreLook,
  ],
  handlers: [settleWaitingNow],
  notices: planNotices,
  noticesInFull: planNoticesInFull,
  present: { scheme: presentPlan, 'plan-suggestion': presentSuggestion },
  takeAway: takeAwayPlans,
};
