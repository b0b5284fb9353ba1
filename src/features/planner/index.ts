import { t } from '#platform/i18n/i18n.ts';
import type { Feature } from '#platform/http/feature.ts';
import { auditNowPage, auditPage } from './audit/audit.page.ts';
import { comparePage } from './audit/compare.page.ts';
import { copyAudit } from './audit/copy-audit.action.ts';
import { endLine, restoreLine } from './audit/end-line.action.ts';
import { editLinePage, newLinePage } from './audit/line-form.page.ts';
import { lineHistoryPage } from './audit/line-history.page.ts';
import { linePage } from './audit/line.page.ts';
import { addPoint, removePoint, restorePoint } from './audit/points.action.ts';
import { releaseAudit, takeAuditBack } from './audit/release-audit.action.ts';
import { addLine, saveLine } from './audit/save-line.action.ts';
import { takeOver } from './audit/take-over.action.ts';
import { addCollected, endCollected, restoreCollected } from './collection/add-collected.action.ts';
import { collectedPage } from './collection/collected.page.ts';
import { collectionPage } from './collection/collection.page.ts';
import { featurePage } from './collection/feature.page.ts';
import { featuresPage } from './collection/features.page.ts';
import { answerOffer, giveOffer, takeOfferBack } from './collection/give-offer.action.ts';
import { newCollectedPage } from './collection/new-collected.page.ts';
import { offerNotices, settleOffers } from './collection/offer.handlers.ts';
import { offerPage } from './collection/offer.page.ts';
import { presentOffer } from './collection/present-offer.ts';
import { saveFeature } from './collection/save-feature.action.ts';
import { saveOffer } from './collection/save-offer.action.ts';
import { copyPlan } from './plan/copy-plan.action.ts';
import { planHistoryPage } from './plan/plan-history.page.ts';
import { plannerNowPage, plannerPage } from './plan/plan.page.ts';
import { releasePlan, takePlanBack } from './plan/release-plan.action.ts';
import { savePart } from './plan/save-part.action.ts';
import { writePartPage } from './plan/write-part.page.ts';
import { auditPolicy, collectedPolicy, offerPolicy, planPolicy, releasedPolicy } from './planner.policy.ts';
import { mirrorReleases } from './release/release.handlers.ts';
import { copyPage, sharedPage } from './release/shared.page.ts';

/**
 * Planning mentoring and coaching, looking over the year's cycles of professional learning, and collecting learning
 * agreements: for a school, and for a trust or an authority over what its schools release.
 */
export const planner: Feature = {
  name: 'planner',
  drafts: {
    'mentoring-plan': () => t('A part of the mentoring and coaching plan'),
    'cycle-line': () => t('A line of the audit of cycles'),
    'agreement-offer': () => t('A copy of an agreement for the collection'),
    'collected-agreement': () => t('An agreement typed in'),
    'agreement-feature': () => t('What was noticed about agreements'),
  },
  policies: [planPolicy, auditPolicy, offerPolicy, collectedPolicy, releasedPolicy],
  routes: [
    plannerNowPage,
    plannerPage,
    copyPlan,
    releasePlan,
    takePlanBack,
    writePartPage,
    savePart,
    planHistoryPage,
    auditNowPage,
    auditPage,
    comparePage,
    takeOver,
    copyAudit,
    releaseAudit,
    takeAuditBack,
    newLinePage,
    addLine,
    linePage,
    editLinePage,
    saveLine,
    lineHistoryPage,
    endLine,
    restoreLine,
    addPoint,
    removePoint,
    restorePoint,
    offerPage,
    saveOffer,
    answerOffer,
    giveOffer,
    takeOfferBack,
    collectionPage,
    newCollectedPage,
    addCollected,
    featuresPage,
    featurePage,
    saveFeature,
    collectedPage,
    endCollected,
    restoreCollected,
    sharedPage,
    copyPage,
  ],
  handlers: [settleOffers, mirrorReleases],
  notices: offerNotices,
  present: { 'agreement-offer': presentOffer },
};
