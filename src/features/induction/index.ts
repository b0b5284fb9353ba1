import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { beginPlan } from './begin-plan.action.ts';
import { bringPlanBack, changePlan, endPlan } from './change-plan.action.ts';
import { editPlanPage } from './edit-plan.page.ts';
import { addEvidence, bringEvidenceBack, endEvidence } from './evidence.action.ts';
import { forAllPage } from './for-all.page.ts';
import { inductionCalendar } from './induction.calendar.ts';
import { inductionHandlers, inductionNotices } from './induction.handlers.ts';
import { plansPage } from './list-plans.page.ts';
import { namePerson, removePerson } from './name-people.action.ts';
import { newPlanPage } from './new-plan.page.ts';
import { ownPlans } from './own-plans.ts';
import { peoplePage } from './people.page.ts';
import { planPage } from './plan.page.ts';
import { planPolicy } from './plan.policy.ts';
import { takeAwayPlans } from './plans.take-away.ts';
import { presentPlan } from './present-plan.ts';
import { principlePage } from './principle.page.ts';
import { callReviewOff, putReviewBack, reviewHeld, setReview } from './reviews.action.ts';
import { reviewsPage } from './reviews.page.ts';
import { saveForAll } from './save-for-all.action.ts';
import { saveLine } from './save-line.action.ts';
import { schoolInductionPage } from './school.page.ts';

/**
 * Induction plans on twelve principles: the whole system of support for somebody new. Mentoring is one part of it, and
 * nothing of what is said there comes here.
 */
export const induction: Feature = {
  name: 'induction',
  place: 'learning',
  drafts: {
    'induction-plan': () => t('An induction plan'),
    'induction-for-all': () => t('What the school does for everybody new'),
  },
  policies: [planPolicy],
  routes: [
    plansPage,
    newPlanPage,
    beginPlan,
    schoolInductionPage,
    forAllPage,
    saveForAll,
    planPage,
    editPlanPage,
    changePlan,
    endPlan,
    bringPlanBack,
    peoplePage,
    namePerson,
    removePerson,
    reviewsPage,
    setReview,
    reviewHeld,
    callReviewOff,
    putReviewBack,
    principlePage,
    addEvidence,
    endEvidence,
    bringEvidenceBack,
    saveLine,
  ],
  handlers: inductionHandlers,
  notices: inductionNotices,
  calendar: inductionCalendar,
  own: { 'induction-plan': ownPlans },
  present: { 'induction-plan': presentPlan },
  takeAway: takeAwayPlans,
};
