import { audienceNote } from '#platform/access/audience-words.ts';
import { principals } from '#platform/access/items.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { newId } from '#platform/db/ids.ts';
import { page, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { findFfmpeg } from '#platform/media/find-ffmpeg.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { openRecording } from '../../open-recording.ts';
import { player } from '../../player.view.ts';
import { recordingTrail } from '../../recording-trail.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { clockOf, recordingHref } from '../../recording.ts';
import { whyNotOffered } from './may-be-offered.ts';
import { offerFields } from './offer.view.ts';
import { selectOffering } from './offering.queries.ts';

export const offerDraft = 'exemplar';

/** Offers a recording, or a stretch of it, as an example to all staff. Its author alone. */
export const offerPage = page('/recordings/:recording/exemplar', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const opened = await openRecording(visit, 'decide');
    const { recording } = opened;
    if (recording.isExemplar) return see(recordingHref(recording, 'exemplar/edit'));
    const offering = await selectOffering(visit, recording);
    const draft = await visit.draft(`${offerDraft}:${recording.id}`);
    const canCut = recording.durationMs !== null && (await findFfmpeg()) !== null;
    return { ...opened, ...offering, draft, canCut };
  },
  view(data, visit) {
    const { item, recording, pupils, keeping, draft, canCut } = data;
    const action = recordingHref(recording, 'exemplar');
    const { values, errors } = visit.formAt(action);
    const whyNot = whyNotOffered(data);
    const latest = addDays(recording.filmedOn, keeping.longestDays);
    const usual = addDays(visit.today, keeping.usualDays);
    return {
      title: t('Offer it as an example'),
      audience: audienceNote(
        {
          ...item,
          circleId: null,
          audience: [{ principal: principals.kind(recording.ownerId, 'staff'), ability: 'read', name: null }],
        },
        recordingPolicy,
        visit.who,
      ),
      trail: recordingTrail(recording),
      body: whyNot
        ? empty({ says: whyNot, todo: { label: t('Back to the recording'), href: recordingHref(recording) } })
        : html`<p>
              ${t('A copy is made, and all staff of the school can watch the copy. This recording stays as private as it is now. Your notes on it, and those of others, stay here.')}
            </p>
            ${notice(
              'info',
              t(
                'Those who manage you are kept out of the copy, as they are of every recording: nothing that is made for learning reaches appraisal. You see who watches it, and can take it away at any time.',
              ),
            )}
            <div class="offered-film">${player(recording)}</div>
            ${form(
              {
                action,
                button: t('Make the copy'),
                values: {
                  title: recording.title,
                  lesson: recording.lesson,
                  from: '0:00',
                  to: clockOf(recording.durationMs ?? 0),
                  keep_until: usual < latest ? usual : latest,
                  ...draft,
                  ...values,
                },
                errors,
                hidden: { id: newId(visit.now) },
                draft: `${offerDraft}:${recording.id}`,
                cancel: recordingHref(recording),
              },
              (f) => offerFields(f, { recording, pupils, canCut }),
            )}`,
    };
  },
});
