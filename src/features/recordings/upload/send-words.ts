import { t } from '#platform/i18n/i18n.ts';
import type { PlainTrouble } from './arriving/plain-upload.transfer.ts';

/** What `src/browser/send-recording.part.ts` says by itself; a place in braces is filled there. */
export const sendWords = () => ({
  sending: t('Sending {name}', { name: '{name}' }),
  progress: t('{sent} of {whole} MB, {percent} %', {
    sent: '{sent}',
    whole: '{whole}',
    percent: '{percent}',
  }),
  soon: t('less than a minute left'),
  minutes: t('about {n} min left', { n: '{n}' }),
  hours: t('about {h} h {n} min left', { h: '{h}', n: '{n}' }),
  looking: t('all of it is there and is being looked at'),
  paused: t('Paused. What has arrived stays there.'),
  noLine: t('No connection just now. It goes on by itself as soon as there is one.'),
  signedOut: t('You were signed out. Sign in again in another tab; it goes on from where it was.'),
  failed: t('It was not taken. Nothing on this device was changed.'),
  tooLarge: t('This is larger than 4 GB, the most that can be sent. Keep a shorter part, and send that.'),
  done: t('All of it has arrived.'),
});

/** What became of a plain form that came to nothing. */
export const troubleInWords = (word: string | undefined): string | undefined =>
  word === undefined || !Object.hasOwn(troubles, word) ? undefined : troubles[word as PlainTrouble]();

const troubles: Record<PlainTrouble, () => string> = {
  nothing: () => t('Nothing was chosen, so nothing was sent.'),
  'no-recording': () =>
    t(
      'What you chose is not a film or a sound that we can read, so nothing of it was kept. Choose the film itself, as your phone or camera made it.',
    ),
  'too-large': () =>
    t('What you chose is larger than 4 GB, the most that can be sent. Nothing of it was kept.'),
  'no-room': () =>
    t('There is no room left at the school for this. Nothing of it was kept. Tell whoever runs Staffroom.'),
  elsewhere: () =>
    t('You are signed in elsewhere or as somebody else by now, so nothing was sent. Choose it again here.'),
  'broke-off': () => t('It did not arrive whole, so nothing was kept. Send it again.'),
  'not-taken': () => t('This recording takes nothing more, so nothing was sent.'),
  blur: () =>
    t(
      'Somebody in it has not agreed to be seen, so nothing was sent. Blur them on a device with JavaScript first.',
    ),
};
