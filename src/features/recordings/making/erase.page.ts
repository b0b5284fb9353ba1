import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { openRecording } from '../open-recording.ts';
import { recordingTrail } from '../recording-trail.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { notesAfterField } from './notes-after.ts';

/** Before a recording is erased for good: what goes, what stays, and that it cannot be undone. */
export const erasePage = page('/recordings/:recording/erase', {
  purpose: 'learning',
  access: recordingPolicy,
  load: (visit) => openRecording(visit, 'decide'),
  view({ recording }, visit) {
    const action = recordingHref(recording, 'erase');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Erase this recording for good'),
      audience: onlyYou(t('Only you can erase it.')),
      trail: recordingTrail(recording),
      body: html`${notice(
          'caution',
          t(
            'This cannot be undone. If you only want nobody else to see it, take it away instead: that can be taken back.',
          ),
        )}
        <p>
          ${t('What goes: the film or sound in every form it is kept in, the picture and the outline of its sound, its key, its transcript and captions, the clips, and who can be seen.')}
        </p>
        <p>
          ${t('What stays: its title, when it was made and erased, and who had watched it; and, where the notes stay, what you wrote about the lesson. A copy of the whole system made before, if there is one, holds it until that copy is overwritten.')}
        </p>
        <p>
          ${t('An example that you offered from it is a copy that stands by itself: it is erased on its own page.')}
        </p>
        ${form(
          {
            action,
            button: t('Erase it for good'),
            values: { notes_after: recording.notesAfter, ...values },
            errors,
            cancel: recordingHref(recording),
          },
          (f) => f.radios(notesAfterField()),
        )}`,
    };
  },
});
