import { onlyYou } from '#platform/access/audience-words.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { openRecording } from '../open-recording.ts';
import { recordingTrail } from '../recording-trail.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { selectKeeping } from './keep.ts';
import { notesAfterField } from './notes-after.ts';

/** Until when a recording is kept, and what becomes of its notes then. */
export const keepPage = page('/recordings/:recording/keep', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const { recording } = await openRecording(visit, 'decide');
    return { recording, keeping: await selectKeeping(visit.db, recording.ownerId) };
  },
  view({ recording, keeping }, visit) {
    const action = recordingHref(recording, 'keep');
    const { values, errors } = visit.formAt(action);
    const latest = addDays(recording.filmedOn, keeping.longestDays);
    return {
      title: t('How long it is kept'),
      audience: onlyYou(t('Only you decide how long it is kept, within what your school allows.')),
      trail: recordingTrail(recording),
      body: html`<p>
          ${t('On the morning after this day the film is erased for good. You are told {n} days before.', { n: keeping.warnDays })}
        </p>
        ${form(
          {
            action,
            button: t('Save'),
            values: { keep_until: recording.keepUntil, notes_after: recording.notesAfter, ...values },
            errors,
            cancel: recordingHref(recording),
          },
          (f) =>
            html`${f.date({
              name: 'keep_until',
              label: t('Keep it until'),
              hint: t('At the latest {day}.', { day: formatDate(latest) }),
              min: visit.today,
              max: latest,
              required: true,
            })}
            ${f.radios(notesAfterField())}`,
        )}
        ${quietActions([{ label: t('Erase it now'), href: recordingHref(recording, 'erase') }])}`,
    };
  },
});
