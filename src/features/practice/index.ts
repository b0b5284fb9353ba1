import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { practiceNotices } from './due.notices.ts';
import { dustyPage } from './dusty.page.ts';
import { exchangeRoutes } from './exchange/exchange.routes.ts';
import { exchangeNotices, settleAsk } from './exchange/exchange.notices.ts';
import { askPolicy, choicePolicy } from './exchange/exchange.policy.ts';
import { ownAsks, ownChoices } from './exchange/own-exchange.ts';
import { experimentsPage } from './experiments.page.ts';
import { practiceHistoryPage } from './history.page.ts';
import { bringBack, letGo } from './let-go.action.ts';
import { letGoPage } from './let-go.page.ts';
import { beginLooks, lookAgain, stopLooks } from './look-again.action.ts';
import { bringLook, followTryOut } from './look-due.handlers.ts';
import { myPracticePage } from './my-practice.page.ts';
import { ownPractice } from './own-practice.ts';
import { practiceCalendar } from './practice.calendar.ts';
import { practicePage } from './practice.page.ts';
import { practicePolicy } from './practice.policy.ts';
import { takeAwayPractice } from './practice.take-away.ts';
import { presentPractice } from './present-practice.ts';
import { addRehearsal, endRehearsal } from './rehearse.action.ts';
import { notSeenExample, seenExample } from './seen-example.action.ts';
import { sharePractice } from './share.action.ts';
import { sharePracticePage } from './share.page.ts';
import { followSharing } from './shared.notices.ts';
import { sharedPracticePage } from './shared-practice.page.ts';
import { takeUp } from './take-up.action.ts';
import { techniqueRoutes } from './techniques/technique.routes.ts';
import { examplePolicy, techniquePolicy } from './techniques/technique.policy.ts';
import { beginPractice, savePractice } from './write-practice.action.ts';
import { editPracticePage, newPracticePage } from './write-practice.page.ts';

export { practiceFromStepHref } from './addresses.ts';
export { practiceSection } from './practice.section.ts';

/** Techniques, and what a person makes of one until it goes by itself: rehearsed, tried, met again. */
export const practice: Feature = {
  name: 'practice',
  place: 'learning',
  policies: [practicePolicy, techniquePolicy, examplePolicy, choicePolicy, askPolicy],
  drafts: {
    practice: () => t('Something you practise'),
    technique: () => t('A technique'),
  },
  routes: [
    ...techniqueRoutes,
    ...exchangeRoutes,
    myPracticePage,
    newPracticePage,
    beginPractice,
    dustyPage,
    letGoPage,
    sharedPracticePage,
    practicePage,
    editPracticePage,
    savePractice,
    practiceHistoryPage,
    experimentsPage,
    sharePracticePage,
    sharePractice,
    seenExample,
    notSeenExample,
    addRehearsal,
    endRehearsal,
    beginLooks,
    lookAgain,
    stopLooks,
    takeUp,
    letGo,
    bringBack,
  ],
  handlers: [bringLook, followTryOut, followSharing, settleAsk],
  notices: { ...practiceNotices, ...exchangeNotices },
  calendar: practiceCalendar,
  own: { practice: ownPractice, 'exchange-choice': ownChoices, 'exchange-ask': ownAsks },
  present: { practice: presentPractice },
  takeAway: takeAwayPractice,
};
