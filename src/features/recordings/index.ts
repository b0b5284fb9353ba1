import type { Feature } from '#platform/http/feature.ts';
import { exemplarsOfRecordings } from './exemplars/index.ts';
import { formatsOfRecordings } from './formats/index.ts';
import { makingOfRecordings } from './making/index.ts';
import { notesOfRecordings } from './notes/index.ts';
import { playingRoutes } from './playing/index.ts';
import { playByLaw, presentRecording } from './present-recording.ts';
import { recordingPolicy } from './recording.policy.ts';
import { reelsOfRecordings } from './reels/index.ts';
import { sharingOfRecordings } from './sharing/index.ts';
import { transcriptsOfRecordings } from './transcripts/index.ts';
import { uploadOfRecordings } from './upload/index.ts';

export { filmsOrRubricOf } from './exemplars/index.ts';
export { insertRecording, type NewRecording } from './insert-recording.ts';
export { keepMadeBeforehand, type MadeBeforehand } from './making/index.ts';
export { insertNotes } from './notes/index.ts';
export { recordingPolicy } from './recording.policy.ts';
export {
  type CircleRecording,
  drawRecordingsOfCircle,
  recordingsOfCircle,
  recordingsOfStepJson,
  recordingsSection,
  type StepRecording,
} from './upload/index.ts';

/**
 * Recordings of lessons: sending them, making them ready, showing them to those one trusts, and what is noted about
 * them. The sub-rooms each give their part.
 */
export const recordings: Feature = {
  name: 'recordings',
  place: 'learning',
  policies: [recordingPolicy],
  routes: [
    ...uploadOfRecordings.routes,
    ...playingRoutes,
    ...notesOfRecordings.routes,
    ...makingOfRecordings.routes,
    ...sharingOfRecordings.routes,
    ...reelsOfRecordings.routes,
    ...transcriptsOfRecordings.routes,
    ...formatsOfRecordings.routes,
    ...exemplarsOfRecordings.routes,
  ],
  handlers: [...uploadOfRecordings.handlers, ...makingOfRecordings.handlers, ...sharingOfRecordings.handlers],
  drafts: { ...uploadOfRecordings.drafts, ...notesOfRecordings.drafts, ...exemplarsOfRecordings.drafts },
  notices: { ...uploadOfRecordings.notices, ...makingOfRecordings.notices, ...sharingOfRecordings.notices },
  noticesInFull: sharingOfRecordings.noticesInFull,
  recurring: [
    ...uploadOfRecordings.recurring,
    ...makingOfRecordings.recurring,
    ...exemplarsOfRecordings.recurring,
  ],
  own: { ...sharingOfRecordings.own },
  takeAway: notesOfRecordings.takeAway,
  present: { recording: presentRecording },
  presentMedia: { recording: playByLaw },
};
