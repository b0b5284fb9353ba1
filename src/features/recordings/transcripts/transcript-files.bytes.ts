import type { Visit } from '#platform/http/context.ts';
import { NotFound } from '#platform/errors.ts';
import { bytes } from '#platform/http/route.ts';
import { sheet } from '#platform/http/sheet.ts';
import { openRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import type { Recording } from '../recording.ts';
import { selectUtterances } from './transcript.queries.ts';
import type { Utterance } from './transcript.ts';
import { transcriptRows, webVtt } from './write-captions.ts';

const common = { purpose: 'learning', access: recordingPolicy } as const;
const vtt = 'text/vtt; charset=utf-8';

/** Throws `NotFound` where there is no transcript. */
async function openUtterances(visit: Visit): Promise<{ recording: Recording; utterances: Utterance[] }> {
  const { item, recording } = await openRecording(visit);
  if (recording.captions === null) throw new NotFound('There is no transcript.');
  visit.noteOpened(item, 'file');
  return { recording, utterances: await selectUtterances(visit.db, recording.ownerId, recording.id) };
}

/** The captions that the player shows. */
export const captionsVtt = bytes('/recordings/:recording/captions.vtt', {
  ...common,
  send: async (visit) => ({ body: webVtt((await openUtterances(visit)).utterances), type: vtt }),
});

export const transcriptVtt = bytes('/recordings/:recording/transcript.vtt', {
  ...common,
  async send(visit) {
    const { recording, utterances } = await openUtterances(visit);
    return { body: webVtt(utterances), type: vtt, saveAs: `${recording.title}.vtt` };
  },
});

export const transcriptCsv = bytes('/recordings/:recording/transcript.csv', {
  ...common,
  async send(visit) {
    const { recording, utterances } = await openUtterances(visit);
    return sheet(recording.title, transcriptRows(utterances));
  },
});
