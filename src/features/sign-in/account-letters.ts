import { t } from '#platform/i18n/i18n.ts';
import { letter } from '#platform/mail/letter.ts';

interface Letter {
  subject: string;
  text: string;
  html: string;
}

interface About {
  name: string;
  school: string;
  locale: string;
  url: string;
}

/** To somebody who is to have an account. `by` is who asked for it; '' when they did themselves. */
export const invitationLetter = ({ name, school, locale, url, by }: About & { by: string }): Letter => ({
  subject: t('Your account at {school}', { school }),
  ...letter({
    greeting: t('Dear {name},', { name }),
    paragraphs: [
      by
        ? t(
            '{by} has made a place for you in Staffroom, where {school} runs its teachers’ professional learning.',
            { by, school },
          )
        : t(
            'Here is a new link to open your account in Staffroom, where {school} runs its teachers’ professional learning.',
            { school },
          ),
      t('Open the link to choose a password. It can be used once, in the next 14 days.'),
    ],
    link: { label: t('Open your account'), url },
    why: {
      because: t('You get this because {school} has this address as yours.', { school }),
      toStop: t(
        'If you do not know the school, you need do nothing: without the link being used there is no account.',
      ),
    },
    language: locale,
  }),
});

/** To somebody who has forgotten their password. */
export const resetLetter = ({ name, school, locale, url }: About): Letter => ({
  subject: t('A new password for Staffroom'),
  ...letter({
    greeting: t('Dear {name},', { name }),
    paragraphs: [
      t('Somebody, most likely you, asked for a new password for your account at {school}.', { school }),
      t(
        'Open the link to choose one. It can be used once, in the next two hours. Until then your password stays as it is.',
      ),
    ],
    link: { label: t('Choose a new password'), url },
    why: {
      because: t('You get this because your address was written on the page “I have forgotten my password”.'),
      toStop: t('If it was not you, you need do nothing.'),
    },
    language: locale,
  }),
});

/** To an address that somebody says is theirs. */
export const confirmLetter = ({ name, school, locale, url }: About): Letter => ({
  subject: t('Is this your address?'),
  ...letter({
    greeting: t('Dear {name},', { name }),
    paragraphs: [
      t(
        'This address was given for the account of {name} at {school}. If that is you, open the link to say that it is yours.',
        {
          name,
          school,
        },
      ),
      t(
        'What you write about your own learning stays yours when you leave the school. This address is how you will reach it then.',
      ),
    ],
    link: { label: t('Say that this is my address'), url },
    why: {
      because: t('You get this because this address was given in Staffroom.'),
      toStop: t('If it was not you, you need do nothing: the address is not used unless the link is.'),
    },
    language: locale,
  }),
});
