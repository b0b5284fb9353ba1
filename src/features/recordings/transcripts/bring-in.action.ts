import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { line, wholeNumber } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { languageOf } from './bring-in-form.ts';
import { bringInPage } from './bring-in.page.ts';
import { readTranscript } from './read/read-transcript.ts';
import { receivedAgain } from '../received-file.ts';
import { largestTranscript, transcriptHref } from './transcript.ts';
import { insertTranscript } from './write-transcript.ts';

/**
 * Brings in the transcript that was looked at; the one before ends. Throws `Refused` where another number of lines is
 * left out than was shown: nothing is brought in by halves.
 */
export const bringInTranscript = action('/recordings/:recording/transcript/new', {
  purpose: 'learning',
  access: recordingPolicy,
  page: bringInPage,
  uploads: largestTranscript,
  input: z.object({
    language: line('Say which language it is in.', 35),
    left_out: wholeNumber(0, 1_000_000),
  }),
  async run(change, { language, left_out: leftOut }) {
    const { recording } = await openForChange(change);
    const { utterances, origin, problems } = await readTranscript(
      await receivedAgain(change),
      recording.durationMs,
    );
    if (utterances.length === 0 || problems.length !== leftOut)
      throw new Refused({ '': t('It reads differently now. Look at it once more.') });
    const { id, before } = await insertTranscript(
      change.tx,
      recording,
      { language: languageOf(language) ?? 'en', origin, madeBy: change.who.personId, utterances },
      change.now,
    );
    await change.record({
      kind: 'recording-transcript.brought-in',
      itemId: recording.id,
      body: { transcriptId: id, utterances: utterances.length, leftOut },
    });
    return see(
      transcriptHref(recording),
      tn(utterances.length, '{n} utterance is in the transcript.', '{n} utterances are in the transcript.'),
      before === null
        ? transcriptHref(recording, 'end')
        : recordingHref(recording, `transcripts/${before}/bring-back`),
    );
  },
});
