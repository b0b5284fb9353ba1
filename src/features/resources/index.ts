import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { adaptResource } from './adapt.action.ts';
import { bankPage } from './bank.page.ts';
import { changeResource } from './change-resource.action.ts';
import { changeResourcePage } from './change-resource.page.ts';
import { endResource, restoreResource, shareResource, takeOutResource } from './keep-resource.actions.ts';
import { newResourcePage } from './new-resource.page.ts';
import { addResourceFiles } from './files/add-files.action.ts';
import { resourceFilesPage } from './files/files.page.ts';
import { showFile } from './files/show-file.action.ts';
import { marksPage } from './marks/marks.page.ts';
import { saveMarks } from './marks/save-marks.action.ts';
import { matPage } from './mat/mat.page.ts';
import { pointsPage } from './points/points.page.ts';
import { saveResourcePoints } from './points/save-points.action.ts';
import { answerReading } from './readings/answer-reading.action.ts';
import { askReading } from './readings/ask-reading.action.ts';
import { askReadingPage } from './readings/ask-reading.page.ts';
import {
  replyToReading,
  restoreReading,
  takeBackReading,
  unreadReading,
} from './readings/keep-reading.actions.ts';
import { presentReading } from './readings/present-reading.ts';
import { readingNotices, readingNoticesInFull } from './readings/reading.notices.ts';
import { readingPage } from './readings/reading.page.ts';
import { readingPolicy } from './readings/reading.policy.ts';
import { settleReadingsNow } from './readings/settle-readings.ts';
import { makeStep } from './steps/make-step.action.ts';
import { newPreviewPage, previewPage } from './preview/preview.page.ts';
import { presentResource } from './present-resource.ts';
import { putBackText } from './put-back.action.ts';
import { resourcePage } from './resource.page.ts';
import { resourcePolicy } from './resource.policy.ts';
import { resourceNotices, resourceNoticesInFull } from './review.notices.ts';
import { reviewsJob, settleReviewsNow } from './settle-reviews.ts';
import { takeAwayResources } from './resources.take-away.ts';
import { versionsPage } from './versions.page.ts';
import { writeResource } from './write-resource.action.ts';

export { type BankPage, selectBankPages } from './bank-text.queries.ts';
export { everything, selectBank } from './bank.queries.ts';
export type { ListedResource } from './resource.ts';
export { resourcePolicy } from './resource.policy.ts';

/** What teachers teach with: written here, found in the bank, adapted by others with both sides saying so. */
export const resources: Feature = {
  name: 'resources',
  place: 'teaching',
  drafts: {
    resource: () => t('A page to teach with'),
    'resource-reading': () => t('What you say of a colleague’s page'),
  },
  policies: [resourcePolicy, readingPolicy],
  routes: [
    bankPage,
    newResourcePage,
    newPreviewPage,
    previewPage,
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
    marksPage,
    saveMarks,
    pointsPage,
    saveResourcePoints,
    makeStep,
    matPage,
    resourceFilesPage,
    addResourceFiles,
    showFile,
    askReadingPage,
    askReading,
    readingPage,
    answerReading,
    replyToReading,
    unreadReading,
    takeBackReading,
    restoreReading,
  ],
  handlers: [settleReviewsNow, settleReadingsNow],
  notices: { ...resourceNotices, ...readingNotices },
  noticesInFull: { ...resourceNoticesInFull, ...readingNoticesInFull },
  recurring: [reviewsJob],
  present: { resource: presentResource, 'resource-reading': presentReading },
  takeAway: takeAwayResources,
};
