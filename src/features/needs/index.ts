import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { answerNeedsPage } from './answer-needs.page.ts';
import { answersSheet } from './answers.sheet.ts';
import { askingsPage } from './askings.page.ts';
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
  policies: [askingPolicy, answerPolicy],
  routes: [
    prioritiesPage,
    newPriorityPage,
    addPriority,
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
  ],
  handlers: needsHandlers,
  notices: { [noticeKind]: () => t('Say what you need most and least') },
  present: { 'needs-answer': presentAnswer },
  takeAway: takeAwayNeeds,
};
