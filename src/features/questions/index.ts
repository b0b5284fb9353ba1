import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { askAction } from './ask.action.ts';
import { questionPage } from './question.page.ts';
import { questionPolicy } from './question.policy.ts';
import { questionsPage } from './questions.page.ts';
import { takeAwayQuestions } from './questions.take-away.ts';
import { replyAction, restoreReply, takeBackReply } from './reply.action.ts';
import { answeredNotice, owedNotice, tellOfQuestion } from './tell-of-questions.handler.ts';
import { askAgainAction, withdrawAction } from './withdraw.action.ts';
import { ownQuestions } from './own-questions.ts';
import { presentQuestion } from './present-question.ts';

export { type WaitingQuestion, waitingQuestionsJson } from './questions.queries.ts';

/** Questions to the specialist of a programme, between sessions. */
export const questions: Feature = {
  name: 'questions',
  drafts: {
    question: () => t('A question'),
  },
  policies: [questionPolicy],
  routes: [
    questionsPage,
    askAction,
    questionPage,
    replyAction,
    takeBackReply,
    restoreReply,
    withdrawAction,
    askAgainAction,
  ],
  handlers: [tellOfQuestion],
  notices: {
    [owedNotice]: () => t('A question waits for your answer'),
    [answeredNotice]: () => t('Your question is answered'),
  },
  own: { question: ownQuestions },
  present: { question: presentQuestion },
  takeAway: takeAwayQuestions,
};
