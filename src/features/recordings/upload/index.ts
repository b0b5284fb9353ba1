import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { sendPlainly } from './arriving/plain-upload.transfer.ts';
import { beginSending, goOnSending } from './arriving/upload.transfer.ts';
import { uploadArrived, uploadNotices, uploadsJob } from './arriving/uploads-running-out.ts';
import { describeRecording } from './describe/describe-recording.action.ts';
import { newRecordingPage } from './describe/new-recording.page.ts';
import { recordingsPage } from './list/recordings.page.ts';
import { sendPage } from './send.page.ts';

export {
  type CircleRecording,
  drawRecordingsOfCircle,
  recordingsOfCircle,
  recordingsOfStepJson,
  type StepRecording,
} from './list/recordings-of-circle.ts';
export { recordingsSection } from './list/recordings.section.ts';

type Part = Required<Pick<Feature, 'routes' | 'drafts' | 'handlers' | 'notices' | 'recurring'>>;

/** How a recording comes to be: it is described, its film or sound is sent, and it stands in the list. */
export const uploadOfRecordings: Part = {
  routes: [
    recordingsPage,
    newRecordingPage,
    describeRecording,
    sendPage,
    beginSending,
    goOnSending,
    sendPlainly,
  ],
  handlers: [uploadArrived],
  notices: uploadNotices,
  recurring: [uploadsJob],
  drafts: { recording: () => t('A recording') },
};
