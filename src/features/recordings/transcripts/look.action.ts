import { z } from 'zod';
import { audienceNote } from '#platform/access/audience-words.ts';
import { Refused } from '#platform/errors.ts';
import { line } from '#platform/http/input.ts';
import { action, show } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingTrail } from '../recording-trail.ts';
import { languageOf } from './bring-in-form.ts';
import { bringInPage } from './bring-in.page.ts';
import { previewView } from './preview.view.ts';
import { readTranscript } from './read/read-transcript.ts';
import { receive, waitFor } from '../received-file.ts';
import { largestTranscript, transcriptHref } from './transcript.ts';

/** Reads a transcript and shows what was read. Nothing of it is in the recording before it is confirmed. */
export const lookAtTranscript = action('/recordings/:recording/transcript/look', {
  purpose: 'learning',
  access: recordingPolicy,
  page: bringInPage,
  uploads: largestTranscript,
  unrecorded: 'it only shows what a file would bring in',
  input: z.object({
    text: z.string().default(''),
    language: line('Say which language it is in.', 35).refine(
      (text) => languageOf(text) !== null,
      'Write the language by its letters, as en or cy.',
    ),
  }),
  async run(change, { text: typed, language }) {
    const { item, recording } = await openForChange(change);
    const received = await receive(change, {
      typed,
      maxBytes: largestTranscript,
      none: t('Choose a file, or type what was said.'),
    });
    const read = await readTranscript(received.text, recording.durationMs);
    if (read.utterances.length === 0 && read.problems.length === 0)
      throw new Refused({ file: t('Nothing that was said could be found in it.') });
    const kept = await waitFor(transcriptHref(recording, 'new'), received, change);
    return show(() => ({
      title: t('What was read'),
      audience: audienceNote(item, recordingPolicy, change.who),
      trail: [
        ...recordingTrail(recording),
        { label: t('Bring a transcript in'), href: transcriptHref(recording, 'new') },
      ],
      body: previewView({
        ...read,
        recording,
        text: received.text,
        language: languageOf(language)!,
        kept,
      }),
    }));
  },
});
