import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const observing: HelpPage = {
  slug: 'observing',
  title: () => t('Observing a lesson, and what your phone keeps'),
  about: () => t('Instruments, recording without a signal, shared devices.'),
  body: () => html`
    <p>
      ${t('An observation belongs to the teacher who is observed. They choose what is looked for and what it is recorded with, and decide who else reads it.')}
    </p>
    <h2>${t('Instruments')}</h2>
    <ul>
      <li>
        ${t('Each says what it is for and what it cannot tell. All of them describe; there is none that judges a lesson in figures, and none can be added.')}
      </li>
      <li>
        ${t('Some ask the observer to prepare. They say once that they have; until then the page for recording stays closed, because counts and codes are worth little where two people mean different things by them.')}
      </li>
      <li>
        ${t('What the observer records stays theirs until both of you have said that yours is ready. Then it stands drawn beside your own account, and from there you choose what a goal rests on.')}
      </li>
    </ul>
    <h2>${t('Recording without a signal')}</h2>
    <p>
      ${t('Open the page for recording once while you have a connection. From then on it opens without one at the same address, or at the address that ends in /observations/capture. What you record is kept on the phone until it has arrived, is sent once, and says of itself how it stands. If your time signed in runs out, sign in again and it goes.')}
    </p>
    <h2>${t('What lies on the phone')}</h2>
    <ul>
      <li>${t('what you recorded and what has not arrived yet, for fourteen days at most;')}</li>
      <li>${t('the visits whose page you opened: who observes whom, what with, and what to look for;')}</li>
      <li>${t('one empty page, the same for everybody, with nobody’s name in it.')}</li>
    </ul>
    <p>
      ${t('The first two are encrypted under a key that the browser holds and hands to nobody. That protects against whoever copies the phone’s files or looks through the browser’s storage. It does not protect against whoever has your unlocked phone in their hand: they can open the page, as you can. “Sign out” takes all of it off, the key too.')}
    </p>
    <h2>${t('On a device that others use as well')}</h2>
    <p>
      ${t('Tick “This is a shared device: keep nothing on it” on the page for recording. It is remembered on that device. Entries are then sent at once; without a connection they stand in the page alone and are lost when it is closed.')}
    </p>
    <p>
      ${t('Where the address of Staffroom does not begin with https, browsers do not encrypt, so nothing is kept there either: entries stand in the page until they are sent.')}
    </p>
  `,
};
