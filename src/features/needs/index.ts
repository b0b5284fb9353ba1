import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { answerNeedsPage } from './answer-needs.page.ts';
import { answersSheet } from './answers.sheet.ts';
import { askingsPage } from './askings.page.ts';
import { addAction, endAction, restoreAction, saveAction } from './development-plan/action.actions.ts';
import { actionPage, newActionPage } from './development-plan/action.page.ts';
import { priorityPage } from './development-plan/priority.page.ts';
import { endPriority, restorePriority } from './end-priority.action.ts';
import { joinNeeds } from './join-needs.action.ts';
import { myAnswerPage } from './my-answer.page.ts';
import { myNeedsPage } from './my-needs.page.ts';
import { answerPolicy, askingPolicy } from './need.policy.ts';
import { takeAwayNeeds } from './needs.take-away.ts';
import { newAskingPage } from './new-asking.page.ts';
import { openAskingAction } from './open-asking.action.ts';
import { prioritiesPage } from './priorities.page.ts';
import { editPriorityPage, newPriorityPage } from './priority-form.page.ts';
import { joinRaised } from './raised/join-raised.action.ts';
import { raiseNeed, restoreNeed, takeBackNeed } from './raised/raise-need.actions.ts';
import { raiseNeedPage } from './raised/raise-need.page.ts';
import { raisedNeedPolicy } from './raised/raised-need.policy.ts';
import { raisedNeedsPage } from './raised/raised-needs.page.ts';
import { presentRaised } from './raised/raised.take-away.ts';
import { raisedNotice, settleRaisedNow } from './raised/settle-raised.ts';
import {
  closeAsking,
  openAgain,
  releaseCounts,
  remindWaiting,
  reopenAsking,
  withholdCounts,
} from './run-asking.action.ts';
import { saidPage } from './said.page.ts';
import { addPriority, savePriority } from './save-priority.action.ts';
import { sendAnswer } from './send-answer.action.ts';
import { needsHandlers, noticeKind } from './tell-asked.handler.ts';
import { topicsPage } from './topics.page.ts';
import { waitingPage } from './waiting.page.ts';
import { presentAnswer } from './present-answer.ts';

export { needFields, raisedAudience } from './raised/raise-need.page.ts';
export { mustNameSubject, needInput } from './raised/raise-need.actions.ts';
export { insertRaisedNeed, raisedFromList } from './raised/raised-need.queries.ts';
export { needsSection } from './needs.section.ts';
export { selectOwnNeeds } from './own-words.queries.ts';
export { type Priority, selectCurrentPriorities } from './priorities.queries.ts';

/** What the school works on, what its staff say they need, and the line from one to the other. */
export const needs: Feature = {
  name: 'needs',
  drafts: {
    needs: () => t('Answers about needs'),
    'needs-asking': () => t('Asking about needs'),
    priority: () => t('A school priority'),
  },
  place: 'learning',
  policies: [askingPolicy, answerPolicy, raisedNeedPolicy],
  routes: [
    prioritiesPage,
    newPriorityPage,
    addPriority,
    priorityPage,
    newActionPage,
    addAction,
    actionPage,
    saveAction,
    endAction,
    restoreAction,
    editPriorityPage,
    savePriority,
    endPriority,
    restorePriority,
    askingsPage,
    newAskingPage,
    openAskingAction,
    topicsPage,
    saidPage,
    joinNeeds,
    waitingPage,
    answersSheet,
    closeAsking,
    openAgain,
    reopenAsking,
    remindWaiting,
    releaseCounts,
    withholdCounts,
    myNeedsPage,
    answerNeedsPage,
    sendAnswer,
    myAnswerPage,
    raiseNeedPage,
    raiseNeed,
    takeBackNeed,
    restoreNeed,
    raisedNeedsPage,
    joinRaised,
  ],
  handlers: [...needsHandlers, settleRaisedNow],
  notices: {
    [noticeKind]: () => t('Say what you need most and least'),
    [raisedNotice]: () => t('Needs that colleagues raised'),
  },
  present: { 'needs-answer': presentAnswer, 'raised-need': presentRaised },
  takeAway: takeAwayNeeds,
};
