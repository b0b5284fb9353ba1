import type { Feature } from '#platform/http/feature.ts';
import { bringInTranscript } from './bring-in.action.ts';
import { bringInPage } from './bring-in.page.ts';
import { endTranscript, restoreTranscript } from './end-transcript.action.ts';
import { lookAtTranscript } from './look.action.ts';
import { renameSpeaker, takeRenamingBack } from './rename-speaker.action.ts';
import { saveUtterance } from './save-utterance.action.ts';
import { tagUtterances } from './tag-utterances.action.ts';
import { captionsVtt, transcriptCsv, transcriptVtt } from './transcript-files.bytes.ts';
import { transcriptPage } from './transcript.page.ts';
import { utterancePage } from './utterance.page.ts';

/** What was said in a recording, by whom and for how long; captions in and out. */
export const transcriptsOfRecordings = {
  routes: [
    transcriptPage,
    bringInPage,
    lookAtTranscript,
    bringInTranscript,
    endTranscript,
    restoreTranscript,
    utterancePage,
    saveUtterance,
    renameSpeaker,
    takeRenamingBack,
    tagUtterances,
    captionsVtt,
    transcriptVtt,
    transcriptCsv,
  ],
} satisfies Partial<Feature>;
