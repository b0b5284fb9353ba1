import {
  type CircleObservation,
  drawObservationsOfCircle,
  observationsOfCircle,
} from '#features/observations/index.ts';
import { homePart } from '../home-part.ts';
import { stateOf } from '../together.ts';

/** Visits to each other's lessons: those that the reader may open, and the way to agree another. */
export const observationsOnHome = homePart<CircleObservation>({
  asks: (who, { id }) => observationsOfCircle(who, id),
  draw: (rows, { together, visit }) =>
    drawObservationsOfCircle(rows, {
      circleId: together.id,
      visit,
      // Line managers are kept out of observations.
      mayAgree: stateOf(together) === 'agreed' && !together.withManager,
    }),
});
