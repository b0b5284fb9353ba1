import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { openRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingTrail } from '../recording-trail.ts';
import { recordingHref } from '../recording.ts';
import { transcriptFields } from './bring-in-form.ts';
import { transcriptHref } from './transcript.ts';

/** The author brings a transcript in. What was read of it is shown before anything is kept. */
export const bringInPage = page('/recordings/:recording/transcript/new', {
  purpose: 'learning',
  access: recordingPolicy,
  load: (visit) => openRecording(visit, 'decide'),
  view({ item, recording }, visit) {
    const action = transcriptHref(recording, 'look');
    const { values, errors } = visit.formAt(action);
    const isThere = recording.captions !== null;
    const usual = visit.who.standing.locale.split('-')[0];
    return {
      title: t('Bring a transcript in'),
      audience: audienceNote(item, recordingPolicy, visit.who),
      trail: [
        ...recordingTrail(recording),
        ...(isThere ? [{ label: t('Transcript'), href: transcriptHref(recording) }] : []),
      ],
      body: html`<p>
          ${t('First you see what was read of it. Nothing is kept until you have looked.')}
          ${isThere && t('The transcript that is there now ends when another is brought in; it can be brought back.')}
        </p>
        ${form(
          {
            action,
            button: t('Look at it'),
            multipart: true,
            values: { language: recording.captions ?? usual, ...values },
            errors,
            cancel: isThere ? transcriptHref(recording) : recordingHref(recording),
          },
          transcriptFields,
        )}
        ${details(t('How a sheet is read'), shape())}`,
    };
  },
});

const shape = (): Html =>
  html`<p>
      ${t('The first row names the columns, in any order: From, To, Speaker, Text and, where there are any, Tags. Commas, semicolons or tabs part them.')}
    </p>
    <p>
      ${t('Times are written as 1:02.5, as 0:01:02.500 or in seconds. Without To, an utterance lasts until the next row begins.')}
    </p>
    <p>
      ${t('Tags are written as in the sheet that can be taken out of a transcript, a space between two.')}
    </p>`;
