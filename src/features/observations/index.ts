import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { arrangeObservation } from './arrange-observation.action.ts';
import { arrangeObservationPage } from './arrange-observation.page.ts';
import { endObservation, restoreObservation } from './end-observation.action.ts';
import { instrumentsOfObservation } from './instruments/index.ts';
import { myObservationsPage } from './my-observations.page.ts';
import { newObservationPage } from './new-observation.page.ts';
import { namingVisit } from './in-full.ts';
import { observationCalendar } from './observation.calendar.ts';
import { observationNotices, observationsJob, settleObservation } from './observation.notices.ts';
import { observationPage } from './observation.page.ts';
import { observationPolicy } from './observation.policy.ts';
import {
  acceptObservation,
  callOffObservation,
  declineObservation,
  observationDone,
  observationNotDone,
  putBackObservation,
} from './observation-state.action.ts';
import { takeAwayObservations } from './observations.take-away.ts';
import { circleHandlers } from './circle.handlers.ts';
import { proposeObservation } from './propose-observation.action.ts';
import { shareObservation } from './share-observation.action.ts';
import { shareObservationPage } from './share-observation.page.ts';
import { writePart } from './write-part.action.ts';
import { writePartPage } from './write-part.page.ts';
import { ownObservations } from './own-observations.ts';
import { presentObservation } from './present-observation.ts';
import { recordOfObservation } from './record/index.ts';

export { observationHref } from './observation.ts';
export { newObservationHref } from './new-observation.page.ts';
export { observationChanges } from './observation.notices.ts';
export { dayHasPassed, whyNotPlanned } from './observation-day.ts';
export { observationPolicy } from './observation.policy.ts';
export {
  type CircleObservation,
  drawObservationsOfCircle,
  observationsOfCircle,
} from './circle-observations.ts';
export { observationsSection } from './observations.section.ts';
export {
  dropPlannedVisit,
  movePlannedVisit,
  type PartnershipVisit,
  partnershipVisitsJson,
  planVisit,
  setVisitsOff,
} from './partnership-visits.ts';
export { type VisitToCome, visitsToComeJson } from './visits.queries.ts';

/**
 * Observations between partners and by a specialist, in the hands of the teacher who is observed. What a visit is
 * recorded with stands in `instruments`, recording and what comes of it in `record`.
 * What it records carries `circleId`, so that a partnership's agreement can follow.
 */
export const observations: Feature = {
  name: 'observations',
  drafts: {
    observation: () => t('An observation'),
  },
  place: 'learning',
  policies: [observationPolicy],
  routes: [
    myObservationsPage,
    newObservationPage,
    proposeObservation,
    observationPage,
    acceptObservation,
    declineObservation,
    callOffObservation,
    putBackObservation,
    observationDone,
    observationNotDone,
    arrangeObservationPage,
    arrangeObservation,
    writePartPage,
    writePart,
    shareObservationPage,
    shareObservation,
    endObservation,
    restoreObservation,
    ...instrumentsOfObservation.routes,
    ...recordOfObservation.routes,
  ],
  handlers: [settleObservation, ...circleHandlers, ...recordOfObservation.handlers],
  notices: observationNotices,
  noticesInFull: namingVisit(observationNotices),
  recurring: [observationsJob],
  calendar: observationCalendar,
  own: { observation: ownObservations },
  present: { observation: presentObservation },
  takeAway: takeAwayObservations,
};
