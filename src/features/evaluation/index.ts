import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { accountPage } from './account.page.ts';
import { addGroup } from './add-group.action.ts';
import { agreePlan } from './agree-plan.action.ts';
import { answerQuestionsPage } from './answer-questions.page.ts';
import { addPupils, changePupil, endGroup, restoreGroup, shareGroup } from './change-group.action.ts';
import { changePlan } from './change-plan.action.ts';
import { changePlanPage } from './change-plan.page.ts';
import { addClaim, endClaim, restoreClaim, saveClaim } from './claim.action.ts';
import { claimsPage } from './claims.page.ts';
import { copyPupils } from './copy-pupils.action.ts';
import { effectTranslatorPage } from './effect-translator.page.ts';
import { endMeasure, restoreMeasure } from './end-measure.action.ts';
import { evaluationCalendar } from './evaluation.calendar.ts';
import { evaluationJob, settleEvaluation } from './evaluation.handlers.ts';
import { evaluationNotices } from './evaluation.notices.ts';
import {
  evaluationAnswerPolicy,
  evaluationPolicy,
  groupPolicy,
  keyPolicy,
  publishedPolicy,
} from './evaluation.policy.ts';
import { takeAwayEvaluation } from './evaluation.take-away.ts';
import { figuresSheet } from './figures.sheet.ts';
import { fromAgreementPage } from './from-agreement.page.ts';
import { groupPage } from './group.page.ts';
import { groupsPage } from './groups.page.ts';
import { historyPage } from './history.page.ts';
import { keyPage } from './key.page.ts';
import { measurePage, newMeasurePage } from './measure-form.page.ts';
import { ownGroups } from './own-groups.ts';
import { ownWords } from './own-words.ts';
import { planPage } from './plan.page.ts';
import { presentAnswers, presentGroup, presentKey } from './present.ts';
import { publishEvaluation, unpublishEvaluation } from './publish.action.ts';
import { publishedPage } from './published.page.ts';
import { questionsPage } from './questions.page.ts';
import { reportPage } from './report.page.ts';
import { addRival, endRival, restoreRival, saveRival } from './rival.action.ts';
import { closeQuestions, openQuestions } from './run-asking.action.ts';
import { saveAccount } from './save-account.action.ts';
import { saveKey } from './save-key.action.ts';
import { addMeasure, saveMeasure } from './save-measure.action.ts';
import { saveSheet, takeBackSheet } from './save-sheet.action.ts';
import { sendAnswers } from './send-answers.action.ts';
import { sheetPage } from './sheet.page.ts';
import { releaseSummary, saveSummary, withholdSummary } from './summary.action.ts';
import { summaryPage } from './summary.page.ts';
import { surePage } from './sure.page.ts';

export { evaluationPolicy, publishedPolicy } from './evaluation.policy.ts';

/** What came of a programme: planned backwards from the pupils, measured, said with care, and published. */
export const evaluation: Feature = {
  name: 'evaluation',
  drafts: {
    'evaluation-account': () => t('An account of an evaluation'),
    'evaluation-answer': () => t('The same questions, before and after'),
    'evaluation-plan': () => t('A plan of an evaluation'),
    'evaluation-summary': () => t('A summary of an evaluation'),
  },
  policies: [evaluationPolicy, groupPolicy, keyPolicy, evaluationAnswerPolicy, publishedPolicy],
  routes: [
    reportPage,
    publishEvaluation,
    unpublishEvaluation,
    publishedPage,
    figuresSheet,
    planPage,
    changePlanPage,
    changePlan,
    agreePlan,
    newMeasurePage,
    addMeasure,
    measurePage,
    saveMeasure,
    endMeasure,
    restoreMeasure,
    groupsPage,
    addGroup,
    fromAgreementPage,
    copyPupils,
    groupPage,
    addPupils,
    changePupil,
    shareGroup,
    endGroup,
    restoreGroup,
    sheetPage,
    saveSheet,
    takeBackSheet,
    historyPage,
    keyPage,
    saveKey,
    questionsPage,
    answerQuestionsPage,
    sendAnswers,
    openQuestions,
    closeQuestions,
    surePage,
    addRival,
    saveRival,
    endRival,
    restoreRival,
    accountPage,
    saveAccount,
    claimsPage,
    addClaim,
    saveClaim,
    endClaim,
    restoreClaim,
    summaryPage,
    saveSummary,
    releaseSummary,
    withholdSummary,
    effectTranslatorPage,
  ],
  handlers: [settleEvaluation],
  notices: evaluationNotices,
  recurring: [evaluationJob],
  calendar: evaluationCalendar,
  own: { [groupPolicy.kind]: ownGroups, [evaluationAnswerPolicy.kind]: ownWords },
  present: {
    [groupPolicy.kind]: presentGroup,
    [keyPolicy.kind]: presentKey,
    [evaluationAnswerPolicy.kind]: presentAnswers,
  },
  takeAway: takeAwayEvaluation,
};
