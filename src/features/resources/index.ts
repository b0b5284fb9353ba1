import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { adaptResource } from './adapt.action.ts';
import { bankPage } from './bank.page.ts';
import { changeResource } from './change-resource.action.ts';
import { changeResourcePage } from './change-resource.page.ts';
import { endResource, restoreResource, shareResource, takeOutResource } from './keep-resource.actions.ts';
import { newResourcePage } from './new-resource.page.ts';
import { presentResource } from './present-resource.ts';
import { putBackText } from './put-back.action.ts';
import { resourcePage } from './resource.page.ts';
import { resourcePolicy } from './resource.policy.ts';
import { resourceNotices, resourceNoticesInFull } from './review.notices.ts';
import { reviewsJob, settleReviewsNow } from './settle-reviews.ts';
import { takeAwayResources } from './resources.take-away.ts';
import { versionsPage } from './versions.page.ts';
import { writeResource } from './write-resource.action.ts';

export { selectBankText } from './bank-text.queries.ts';
export { selectBank } from './bank.queries.ts';
export type { ListedResource } from './resource.ts';
export { resourcePolicy } from './resource.policy.ts';

/** What teachers teach with: written here, found in the bank, adapted by others with both sides saying so. */
export const resources: Feature = {
  name: 'resources',
  place: 'teaching',
  drafts: { resource: () => t('A page to teach with') },
  policies: [resourcePolicy],
  routes: [
    bankPage,
    newResourcePage,
    writeResource,
    resourcePage,
    changeResourcePage,
    changeResource,
    shareResource,
    takeOutResource,
    endResource,
    restoreResource,
    versionsPage,
    putBackText,
    adaptResource,
  ],
  handlers: [settleReviewsNow],
  notices: resourceNotices,
  noticesInFull: resourceNoticesInFull,
  recurring: [reviewsJob],
  present: { resource: presentResource },
  takeAway: takeAwayResources,
};
