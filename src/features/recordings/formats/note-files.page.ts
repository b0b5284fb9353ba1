import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { openRecording } from '../open-recording.ts';
import { recordingAudience } from '../recording-audience.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingTrail } from '../recording-trail.ts';
import { recordingHref } from '../recording.ts';
import { noteFilesHref } from './carried-note.ts';

/** Notes are taken out as files, exactly those that the reader sees; and brought in, as one's own. */
export const noteFilesPage = page('/recordings/:recording/note-files', {
  purpose: 'learning',
  access: recordingPolicy,
  load: (visit) => openRecording(visit),
  view({ item, recording, may }, visit) {
    const action = noteFilesHref(recording, 'look');
    const { errors } = visit.formAt(action);
    const brings = may('note') && !item.endedAt && recording.state !== 'erased';
    return {
      title: t('Notes as files'),
      audience: recordingAudience({ item, recording }, visit.who),
      trail: recordingTrail(recording),
      body: html`<h2>${t('Take notes out')}</h2>
        <p>
          ${t('All the notes that you can read at this moment, with their times, tags and writers, and the answers that you can read. A file is no longer protected by these pages: keep it where only those can open it who may.')}
        </p>
        ${quietActions([
          {
            label: t('Web Annotations (JSON-LD)'),
            href: recordingHref(recording, 'notes.jsonld'),
            icon: 'download',
          },
          { label: t('Sheet (CSV)'), href: recordingHref(recording, 'notes.csv'), icon: 'download' },
        ])}
        ${
          brings &&
          html`<h2>${t('Bring notes in')}</h2>
            <p>
              ${t('From either of the two, also made by another program. They become notes of your own, which only you read until you share them. First you see what would come in; sent twice, a file changes nothing.')}
            </p>
            ${form(
              { action, button: t('Look at it'), multipart: true, errors, cancel: recordingHref(recording) },
              (f) =>
                f.file({
                  name: 'file',
                  label: t('A file of notes'),
                  accept: '.json,.jsonld,.csv,application/json,application/ld+json,text/csv',
                  required: true,
                }),
            )}`
        }`,
    };
  },
});
