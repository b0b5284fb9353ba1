import { t } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { attributes } from '#ui/attributes.ts';
import { html, type Html } from '#ui/html.ts';
import { registerHref } from '../addresses.ts';
import { isHere } from '../codes/code.ts';
import type { OpenRegister } from './register.queries.ts';

/**
 * The form within the element that adds keys, counting, and keeping on the device (src/browser/register-taking.part.ts).
 * The words of the browser's half travel with the markup, so they are translated in one place.
 */
export const registerTaking = (register: OpenRegister, taking: Html): Html =>
  html`<register-taking${attributes({
    'data-save': registerHref(register, 'save'),
    'data-here': JSON.stringify(register.codes.filter(isHere).map(({ symbol }) => symbol)),
    'data-late': JSON.stringify(register.codes.filter(({ minutes }) => minutes).map(({ symbol }) => symbol)),
    'data-codes': JSON.stringify(
      Object.fromEntries(register.codes.map(({ symbol, name }) => [symbol, name])),
    ),
    'data-counts': t('{n} of {all} here', { n: '{n}', all: '{all}' }),
    'data-saving': t('Being saved. Kept on this device until it has arrived.'),
    'data-saved': t('{n} of {all} here. Saved {time}', { n: '{n}', all: '{all}', time: '{time}' }),
    'data-offline': t('Not saved yet: no connection; kept on this device.'),
    'data-unkept': t('Not saved yet: no connection. Leave this page open until it is saved.'),
    'data-signed-out': t('Not saved yet: kept on this device. It is saved once you sign in again.'),
    'data-elsewhere': t('Not saved yet: kept on this device. It is saved once you are signed in here again.'),
    'data-waits': t('What you marked here at {time} has not been saved yet. It stands below.', {
      time: '{time}',
    }),
    'data-about': t('Register of {unit}', { unit: register.unit }),
    'data-leaving': t(
      'A register has not been saved yet. Signing out takes it off this device. Press “Sign out” again to do so.',
    ),
  })}>
    <p class="register-state" role="status"></p>
    ${taking}
    <p class="sign-in-again" hidden>
      ${linkButton({ label: t('Sign in again'), href: `/sign-in?then=${encodeURIComponent(registerHref(register))}` })}
    </p>
    <p class="hint with-script" hidden>
      ${t('By keyboard: arrows up and down move, a code’s letter marks, Enter goes on, Ctrl and Enter saves.')}
    </p>
  </register-taking>`;
