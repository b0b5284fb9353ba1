import type { Feature } from '#platform/http/feature.ts';
import { consentChanged } from './consent.handlers.ts';
import { consentPage } from './consent.page.ts';
import { bringBackRecording, endRecording } from './end-recording.action.ts';
import { sharingNoticesInFull } from './in-full.ts';
import { newsHandlers, newsNotices } from './news.notices.ts';
import { notInIt } from './not-in-it.action.ts';
import { ownRecordings } from './own-recordings.ts';
import { notReady, ready } from './ready.action.ts';
import { share } from './share.action.ts';
import { sharePage } from './share.page.ts';
import { settleSharingWhen, sharingNotices } from './sharing.notices.ts';
import { closeTalk, notWatchedYet, openTalk, watchedFirst } from './stage.action.ts';

type Part = Required<Pick<Feature, 'routes' | 'handlers' | 'notices' | 'noticesInFull' | 'own'>>;

/** Who sees a recording: its author shows it, watches first, says when the talk begins, and reads who has played it. */
export const sharingOfRecordings: Part = {
  routes: [
    sharePage,
    share,
    watchedFirst,
    notWatchedYet,
    ready,
    notReady,
    openTalk,
    closeTalk,
    consentPage,
    notInIt,
    endRecording,
    bringBackRecording,
  ],
  handlers: [settleSharingWhen, consentChanged, ...newsHandlers],
  notices: { ...sharingNotices, ...newsNotices },
  noticesInFull: sharingNoticesInFull,
  own: { recording: ownRecordings },
};
