import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lookAgainCalendar } from './coaching.calendar.ts';
import { coachingHandlers, lookThroughPairings } from './coaching.handlers.ts';
import { coachingNotices } from './coaching.notices.ts';
import { namingOthers } from './name-others.ts';
import { coachingPolicy, cyclePolicy, pulsePolicy } from './coaching.policy.ts';
import { cyclesOfCoaching } from './cycles/index.ts';
import { coreRoutes } from './core-routes.ts';
import { ownWishes } from './leave/own-wishes.ts';
import { meetingsOfCoaching } from './meetings/index.ts';
import { oneCalendar } from './one-calendar.ts';
import { pairingPolicy, quietWishPolicy } from './pairing.policy.ts';
import { takeAwayPreparation } from './preparation/preparation.take-away.ts';
import { presentCoaching } from './present-coaching.ts';
import { pulseOfCoaching } from './pulse/index.ts';

export { coachingSection } from './mine/coaching.section.ts';
export { proposeTo } from './propose-to.ts';
export { selectManagement } from './management.ts';
export { isOutside } from './leave/heard-by.ts';
export { wishInWords } from './leave/wish.ts';
export { kindInWords as meetingKindInWords } from './meetings/meeting.ts';
export { pairingPolicy, quietWishPolicy } from './pairing.policy.ts';
export { usualPulseWeeks } from './pulse/round.ts';
export { type TrendAnswer, trendOf, type TrendRound } from './pulse/trend.ts';
export { selectTrend } from './pulse/trend.queries.ts';
export { purposeInWords } from './relationships.ts';
export { type Kind, kindInWords, kinds, mentoringPurposes, type Part, partInWords } from './together.ts';

const notices = {
  ...coachingNotices,
  ...cyclesOfCoaching.notices,
  ...meetingsOfCoaching.notices,
  ...pulseOfCoaching.notices,
};

/**
 * Mentoring, specialist coaching and co-coaching: finding one another, agreeing, and what two people write together.
 * Goals and conversations stand in `cycles`, times together in `meetings`, the three questions in `pulse`.
 */
export const coaching: Feature = {
  name: 'coaching',
  place: 'learning',
  policies: [coachingPolicy, cyclePolicy, pulsePolicy, pairingPolicy, quietWishPolicy],
  routes: [
    ...coreRoutes,
    ...cyclesOfCoaching.routes,
    ...meetingsOfCoaching.routes,
    ...pulseOfCoaching.routes,
  ],
  handlers: [
    ...coachingHandlers,
    ...cyclesOfCoaching.handlers,
    ...meetingsOfCoaching.handlers,
    ...pulseOfCoaching.handlers,
  ],
  notices,
  noticesInFull: namingOthers(notices),
  drafts: {
    preparation: () => t('A note while preparing to mentor or coach'),
    'coaching-offer': () => t('What you offer as a mentor or coach'),
    'coaching-asked': () => t('A question to somebody you would like to work with'),
    'coaching-agreement': () => t('What you agree in a pairing'),
    'coaching-wish': () => t('A quiet word'),
    ...cyclesOfCoaching.drafts,
    ...pulseOfCoaching.drafts,
  },
  recurring: [lookThroughPairings, ...meetingsOfCoaching.recurring, ...pulseOfCoaching.recurring],
  calendar: oneCalendar([lookAgainCalendar, meetingsOfCoaching.calendar, cyclesOfCoaching.calendar]),
  own: { ...cyclesOfCoaching.own, 'quiet-wish': ownWishes },
  present: { coaching: presentCoaching, ...cyclesOfCoaching.present },
  takeAway: async (...asked) => [
    ...(await cyclesOfCoaching.takeAway(...asked)),
    ...(await takeAwayPreparation(...asked)),
    ...(await pulseOfCoaching.takeAway(...asked)),
  ],
};
