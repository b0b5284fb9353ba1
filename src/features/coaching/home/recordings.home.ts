import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import {
  type CircleRecording,
  drawRecordingsOfCircle,
  recordingsOfCircle,
} from '#features/recordings/index.ts';
import { homePart } from '../home-part.ts';
import { stateOf } from '../together.ts';

/** Recordings worked on together: those that the reader may open, the way to add one of one's own, and words for it. */
export const recordingsOnHome = homePart<CircleRecording>({
  asks: (who, { id }) => recordingsOfCircle(who, id),
  draw: (rows, { together, visit }) =>
    html`${drawRecordingsOfCircle(rows, {
      circleId: together.id,
      visit,
      // Line managers are kept out of recordings.
      mayAdd: stateOf(together) === 'agreed' && !together.withManager && visit.who.standing.kind === 'staff',
    })}
    ${
      visit.who.standing.kind === 'staff' &&
      quietActions([
        { label: t('Rubrics to talk with'), href: '/rubrics', icon: 'evidence' },
        { label: t('Examples of teaching'), href: '/exemplars', icon: 'learning' },
      ])
    }`,
});
