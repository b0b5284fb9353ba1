import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { arrangeFormal } from './formal/arrange-formal.action.ts';
import { arrangeFormalPage } from './formal/arrange-formal.page.ts';
import { formalCalendar } from './formal/formal.calendar.ts';
import { askAfterCoachingJob, formalHandlers, formalNotices } from './formal/formal.notices.ts';
import { formalPage } from './formal/formal-observation.page.ts';
import { formalPolicy } from './formal/formal-observation.policy.ts';
import {
  callOffFormal,
  confirmFormal,
  formalDone,
  formalNotDone,
  goAhead,
  putBackFormal,
} from './formal/formal-state.action.ts';
import { presentFormal } from './formal/present-formal.ts';
import { proposeFormal } from './formal/propose-formal.action.ts';
import { proposeFormalPage } from './formal/propose-formal.page.ts';
import { myAppraisalPage } from './my-appraisal.page.ts';
import { myPeoplePage } from './my-people.page.ts';
import { orderPage } from './order.page.ts';
import { saveOrder } from './save-order.action.ts';
import { agreeTarget, takeAgreementBack } from './targets/agree-target.action.ts';
import { bringTargetBack, endTarget } from './targets/end-target.action.ts';
import { ownTargets } from './targets/own-targets.ts';
import { presentTarget } from './targets/present-target.ts';
import { changeTarget, writeTarget } from './targets/save-target.action.ts';
import { takeAwayTargets } from './targets/targets.take-away.ts';
import { targetPage } from './targets/target.page.ts';
import { targetPolicy } from './targets/target.policy.ts';
import { editTargetPage, newTargetPage } from './targets/write-target.page.ts';

export { selectReadersOfMyTargets, selectTargetWithWords } from './targets/crossing.queries.ts';
export { insertTargetFromGoal } from './targets/insert-target-from-goal.ts';
export { schoolYearOn } from './targets/target.queries.ts';

/**
 * Appraisal, on the other side of the wall: targets in the teacher's own words and formal observations without a
 * grade. Its routes serve appraisal, so the kernel refuses them whatever was made for learning.
 */
export const appraisal: Feature = {
  name: 'appraisal',
  place: 'me',
  drafts: {
    'appraisal-target': () => t('A target for appraisal'),
    'formal-observation': () => t('A formal observation'),
  },
  policies: [targetPolicy, formalPolicy],
  routes: [
    myAppraisalPage,
    myPeoplePage,
    orderPage,
    saveOrder,
    newTargetPage,
    writeTarget,
    targetPage,
    editTargetPage,
    changeTarget,
    agreeTarget,
    takeAgreementBack,
    endTarget,
    bringTargetBack,
    proposeFormalPage,
    proposeFormal,
    formalPage,
    arrangeFormalPage,
    arrangeFormal,
    confirmFormal,
    goAhead,
    callOffFormal,
    putBackFormal,
    formalDone,
    formalNotDone,
  ],
  handlers: formalHandlers,
  notices: formalNotices,
  recurring: [askAfterCoachingJob],
  calendar: formalCalendar,
  own: { 'appraisal-target': ownTargets },
  present: { 'appraisal-target': presentTarget, 'formal-observation': presentFormal },
  takeAway: takeAwayTargets,
};
