import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { beginGoal } from './goals/begin-goal.action.ts';
import { copyGoal } from './goals/copy-goal.action.ts';
import { copyGoalPage } from './goals/copy-goal.page.ts';
import { editGoalPage } from './goals/edit-goal.page.ts';
import { endGoal, restoreGoal } from './goals/end-goal.action.ts';
import { finishGoal, reopenGoal } from './goals/finish-goal.action.ts';
import { finishGoalPage } from './goals/finish-goal.page.ts';
import { goalHistoryPage } from './goals/goal-history.page.ts';
import { presentGoal, takeAwayGoals } from './goals/goal-in-words.ts';
import { goalPage } from './goals/goal.page.ts';
import { newGoalPage } from './goals/new-goal.page.ts';
import { ownGoals } from './goals/own-goals.ts';
import { saveGoal } from './goals/save-goal.action.ts';
import { shareGoal } from './goals/share-goal.action.ts';
import { shareGoalPage } from './goals/share-goal.page.ts';
import { addNote } from './notes/add-note.action.ts';
import { editNotePage } from './notes/edit-note.page.ts';
import { endNote, restoreNote } from './notes/end-note.action.ts';
import { notesPage } from './notes/notes.page.ts';
import { saveNote } from './notes/save-note.action.ts';
import { talkPage } from './notes/talk.page.ts';
import { addStep } from './steps/add-step.action.ts';
import { addStepPage } from './steps/add-step.page.ts';
import { editStepPage } from './steps/edit-step.page.ts';
import { endStep, restoreStep } from './steps/end-step.action.ts';
import { rehearseStep } from './steps/rehearse-step.action.ts';
import { revisitStep } from './steps/revisit-step.action.ts';
import { revisitCalendar } from './steps/revisits.calendar.ts';
import { revisitNotices, settleRevisits } from './steps/revisits.notices.ts';
import { saveStep } from './steps/save-step.action.ts';
import { stepPage } from './steps/step.page.ts';
import { tryStep } from './steps/try-step.action.ts';
import { stepNotRehearsed, stepNotRevisited, stepNotTried } from './steps/undo-step.action.ts';
import { answerSupport } from './support/answer-support.action.ts';
import { endSupport, restoreSupport, saveSupport } from './support/change-support.action.ts';
import { editSupportPage } from './support/edit-support.page.ts';
import { suggestSupport } from './support/suggest-support.action.ts';
import { supportPage } from './support/support.page.ts';
import { beginConversation } from './talk/begin-conversation.action.ts';
import { conversationPage } from './talk/conversation.page.ts';
import { conversationsPage } from './talk/conversations.page.ts';
import { endConversation, restoreConversation } from './talk/end-conversation.action.ts';
import { moveConversation } from './talk/move-conversation.action.ts';
import { writeConversationPart } from './talk/write-part.action.ts';
import { writeConversationPartPage } from './talk/write-part.page.ts';

type Part = Required<
  Pick<
    Feature,
    'routes' | 'handlers' | 'notices' | 'drafts' | 'recurring' | 'calendar' | 'own' | 'present' | 'takeAway'
  >
>;

/**
 * What this part gives to the feature: goals and steps, which are the learner's own, and what the people of a pairing
 * write together of their conversations and of other support.
 */
export const cyclesOfCoaching: Part = {
  routes: [
    newGoalPage,
    beginGoal,
    goalPage,
    editGoalPage,
    saveGoal,
    goalHistoryPage,
    shareGoalPage,
    shareGoal,
    finishGoalPage,
    finishGoal,
    reopenGoal,
    copyGoalPage,
    copyGoal,
    endGoal,
    restoreGoal,
    addStepPage,
    addStep,
    stepPage,
    editStepPage,
    saveStep,
    rehearseStep,
    tryStep,
    revisitStep,
    stepNotRehearsed,
    stepNotTried,
    stepNotRevisited,
    endStep,
    restoreStep,
    conversationsPage,
    beginConversation,
    conversationPage,
    moveConversation,
    writeConversationPartPage,
    writeConversationPart,
    endConversation,
    restoreConversation,
    notesPage,
    addNote,
    editNotePage,
    saveNote,
    endNote,
    restoreNote,
    talkPage,
    supportPage,
    suggestSupport,
    editSupportPage,
    saveSupport,
    answerSupport,
    endSupport,
    restoreSupport,
  ],
  handlers: [settleRevisits],
  notices: revisitNotices,
  drafts: {
    'coaching-goal': () => t('A goal of yours'),
    'coaching-goal-finish': () => t('What came of a goal of yours'),
    'coaching-step': () => t('A step towards a goal of yours'),
    'coaching-conversation': () => t('A conversation of a pairing'),
    'coaching-support': () => t('Other support you suggest'),
  },
  recurring: [],
  calendar: revisitCalendar,
  own: { 'coaching-cycle': ownGoals },
  present: { 'coaching-cycle': presentGoal },
  takeAway: takeAwayGoals,
};
