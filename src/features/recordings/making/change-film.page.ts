import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { findFfmpeg } from '#platform/media/find-ffmpeg.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { openRecording } from '../open-recording.ts';
import { player } from '../player.view.ts';
import { recordingTrail } from '../recording-trail.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { clockOf, recordingHref } from '../recording.ts';

/** Cut a recording to a part, or turn its picture, after it was sent. */
export const changeFilmPage = page('/recordings/:recording/change', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const { recording } = await openRecording(visit, 'decide');
    return { recording, canMake: (await findFfmpeg()) !== null };
  },
  view({ recording, canMake }, visit) {
    const action = recordingHref(recording, 'change');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Cut or turn this recording'),
      audience: onlyYou(t('Only you can change it.')),
      trail: recordingTrail(recording),
      body: !canMake
        ? empty({
            says: t(
              'This machine has no program that can change films. Cut or turn it on your device, and send it again.',
            ),
            todo: { label: t('Send it again'), href: recordingHref(recording, 'send') },
          })
        : recording.state !== 'ready'
          ? empty({ says: t('It is not ready yet. Come back in a little while.') })
          : html`${player(recording)}
            ${notice(
              'caution',
              t(
                'What you cut off is gone for good. Notes that stand there go with it; the others move along.',
              ),
            )}
            ${form(
              {
                action,
                button: t('Make it so'),
                values: { from: '0:00', to: clockOf(recording.durationMs ?? 0), turn: '0', ...values },
                errors,
                cancel: recordingHref(recording),
              },
              (f) =>
                html`${f.text({
                  name: 'from',
                  label: t('It begins at'),
                  hint: t('Minutes and seconds, such as 1:30.'),
                  width: 'short',
                  required: true,
                })}
                ${f.text({ name: 'to', label: t('It ends at'), width: 'short', required: true })}
                ${
                  recording.kind === 'video' &&
                  f.radios({
                    name: 'turn',
                    label: t('Turn the picture'),
                    required: true,
                    options: [
                      { value: '0', label: t('Leave it as it is') },
                      { value: '90', label: t('A quarter to the right') },
                      { value: '180', label: t('Upside down') },
                      { value: '270', label: t('A quarter to the left') },
                    ],
                  })
                }`,
            )}`,
    };
  },
});
